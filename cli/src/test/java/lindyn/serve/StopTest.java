package lindyn.serve;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StopTest {

  private static final String BODY = "{\"motion\": []}";

  @Test
  void aRequestThatHasBegunEndsBeforeTheServer() throws Exception {
    ServedModel served = ServedModel.with(ServedModel.settings());
    URI address = URI.create(served.url());
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      write(
          socket,
          "POST /predict HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: "
              + BODY.length()
              + "\r\n\r\n");
      String begun = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
      var stop = new Thread(served::close);
      stop.start();
      while (stop.getState() != Thread.State.TIMED_WAITING) { // for requests that have begun
        Thread.onSpinWait();
      }

      write(socket, BODY);

      assertTrue(begun.endsWith("100"), begun);
      String answer = rest(socket.getInputStream());
      assertTrue(answer.contains("HTTP/1.1 200") && answer.endsWith("{\"tau\":[]}"), answer);
      stop.join();
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String rest(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void stopsTwice() {
    ServedModel served = ServedModel.with(ServedModel.settings());

    served.close();
    served.close();
  }
}
