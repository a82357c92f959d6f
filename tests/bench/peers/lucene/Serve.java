import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** java Serve FOLDER PORT: GET /search?q=QUERY on this machine only. */
final class Serve {
  private static final int THREADS = 4;

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String query(HttpExchange exchange) {
    String parameters = exchange.getRequestURI().getRawQuery();
    if (parameters == null || !parameters.startsWith("q=")) return "";
    return URLDecoder.decode(parameters.substring(2), StandardCharsets.UTF_8);
  }

  public static void main(String[] arguments) throws IOException {
    Search search = new Search(Path.of(arguments[0]));
    InetSocketAddress address = new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[1]));
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    server.createContext("/search", exchange -> {
      try {
        reply(exchange, 200, search.answer(query(exchange)));
      } catch (RuntimeException | LinkageError error) {
        reply(exchange, 500, new Json().string(error.toString()).toString());
      }
    });
    server.start();
  }
}
