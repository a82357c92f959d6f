/** Puts JSON together, piece by piece. */
final class Json {
  private final StringBuilder out = new StringBuilder(8192);

  Json raw(String text) {
    out.append(text);
    return this;
  }

  Json raw(Number number) {
    out.append(number);
    return this;
  }

  Json string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); ++i) {
      char letter = text.charAt(i);
      if (letter < ' ') out.append(String.format("\\u%04x", (int) letter));
      else if (letter == '"' || letter == '\\') out.append('\\').append(letter);
      else out.append(letter);
    }
    out.append('"');
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
