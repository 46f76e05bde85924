package lindyn.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection over which one request goes after the other: little beside the server's work. */
final class KeptConnection implements AutoCloseable {

  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;

  KeptConnection(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Returns a request as bytes. */
  static byte[] request(String method, String path, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return (method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Sends a request and returns the body that comes back.
   *
   * @throws IOException if the answer is not 200, with its text
   */
  byte[] answer(byte[] request) throws IOException {
    out.write(request);
    out.flush();
    String status = line();
    byte[] body = in.readNBytes(bodyLength());
    if (!status.contains(" 200 ")) {
      throw new IOException(status + " " + new String(body, StandardCharsets.UTF_8));
    }
    return body;
  }

  private int bodyLength() throws IOException {
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    return length;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server has closed the connection");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
