package lindyn.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no HTTP library would send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawRequestTest {

  private static final int MOST_BYTES = 1000;

  private ServedModel served;

  @BeforeAll
  void serve() {
    served = ServedModel.with(ServedModel.settings().withMostBytes(MOST_BYTES));
  }

  @AfterAll
  void stop() {
    served.close();
  }

  @AfterEach
  void aGoodRequestStillWorks() {
    assertEquals(200, served.get("/health").status());
    assertEquals("", served.defects());
  }

  private static String post(String headers, String body) {
    return "POST /step HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n" + body;
  }

  @Test
  void aTruncatedBodyIsRefused() throws IOException {
    String reply = served.sendRaw(post("Content-Length: 500", "{\"robot\""));

    assertTrue(reply.startsWith("HTTP/1.1 400"), reply);
    assertTrue(reply.contains("the body could not be read"), reply);
  }

  @Test
  void aTruncatedChunkIsRefused() throws IOException {
    String reply = served.sendRaw(post("Transfer-Encoding: chunked", "ff\r\n{\"robot\""));

    assertTrue(reply.startsWith("HTTP/1.1 400"), reply);
  }

  @Test
  void aChunkOfNonsenseIsRefused() throws IOException {
    String reply = served.sendRaw(post("Transfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n"));

    assertTrue(reply.startsWith("HTTP/1.1 400"), reply);
  }

  @Test
  void aLongBodyIsRefusedBeforeItComes() throws IOException {
    String reply = served.sendRaw(post("Content-Length: 1001", ""));

    assertTrue(reply.startsWith("HTTP/1.1 413"), reply);
  }

  @Test
  void aLongChunkedBodyIsReadNoFurtherThanTheBound() throws IOException {
    String chunk = "1ff\r\n" + " ".repeat(0x1ff) + "\r\n";

    String reply = served.sendRaw(post("Transfer-Encoding: chunked", chunk.repeat(2)));

    assertTrue(reply.startsWith("HTTP/1.1 413"), reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "Host: evil.example:80",
        "Host: localhost.evil.example",
        "Host:",
        "X-No-Host: 1"
      })
  void anotherHostIsForbidden(String header) throws IOException {
    String reply = served.sendRaw("GET /health HTTP/1.1\r\n" + header + "\r\n\r\n");

    assertTrue(reply.startsWith("HTTP/1.1 403"), reply);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]", "[::1]:8080"})
  void thisMachineIsAllowed(String host) throws IOException {
    String reply = served.sendRaw("GET /health HTTP/1.1\r\nHost: " + host + "\r\n\r\n");

    assertTrue(reply.startsWith("HTTP/1.1 200"), reply);
  }

  @Test
  void headHasNoBody() throws IOException {
    String reply = served.sendRaw("HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n");

    assertTrue(reply.startsWith("HTTP/1.1 200"), reply);
    assertTrue(reply.endsWith("\r\n\r\n"), reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET\r\n\r\n",
        "GET /health\r\n\r\n",
        "GET mailto:arm HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /health HTTP/1.1\r\n: \r\n\0\0\r\n\r\n",
        "POST /step HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
        "POST /step HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n",
        "POST /step HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST /step HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n"
      })
  void nonsenseGetsNothingGood(String request) throws IOException {
    String reply = served.sendRaw(request);

    assertTrue(reply.isEmpty() || reply.matches("(?s)HTTP/1.1 [45].*"), reply);
  }

  @Test
  void randomBytesDoNoHarm() throws IOException {
    var random = new Random(1);
    for (int i = 0; i < 50; i++) {
      byte[] bytes = new byte[300];
      random.nextBytes(bytes);

      String reply = served.sendRaw(new String(bytes, StandardCharsets.ISO_8859_1) + "\r\n\r\n");

      assertTrue(reply.isEmpty() || reply.startsWith("HTTP/1.1 4"), reply);
    }
  }

  @Test
  void clientsThatSayNothingMoreDoNotBlockOthers() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try {
      URI address = URI.create(served.url());
      for (int i = 0; i < 30; i++) {
        var socket = new Socket(address.getHost(), address.getPort());
        socket
            .getOutputStream()
            .write(post("Content-Length: 9", "{").getBytes(StandardCharsets.UTF_8));
        silent.add(socket);
      }

      assertEquals(200, served.get("/health").status());
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }
}
