import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** java IndexRows ROWS.tsv FOLDER: indexes lines of the shown fields and the text, by a thread a core. */
final class IndexRows {
  private static final double BUFFER_MB = 256;
  private static final String NONE = "-"; // counting wants a value in some row at least

  /** Offsets stand in the index, which makes highlighting quickest. */
  private static FieldType searched() {
    FieldType type = new FieldType(TextField.TYPE_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  private static final FieldType SEARCHED = searched();

  private static Document document(String line) throws IOException {
    String[] cells = line.split("\t", -1);
    Document document = new Document();
    for (int i = 0; i < Fields.SHOWN.length; ++i) document.add(new StoredField(Fields.SHOWN[i], cells[i]));
    document.add(new Field(Fields.TEXT, cells[Fields.SHOWN.length], SEARCHED));
    for (String field : Fields.COUNTED) {
      String value = cells[Arrays.asList(Fields.SHOWN).indexOf(field)];
      document.add(new SortedSetDocValuesFacetField(field, value.isEmpty() ? NONE : value));
    }
    return Fields.FACETS.build(document);
  }

  public static void main(String[] arguments) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(Fields.WORDS).setRAMBufferSizeMB(BUFFER_MB);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(Path.of(arguments[1])), config);
        Stream<String> lines = Files.lines(Path.of(arguments[0]))) {
      lines.parallel().forEach(line -> {
        try {
          writer.addDocument(document(line));
        } catch (IOException error) {
          throw new UncheckedIOException(error);
        }
      });
    }
  }
}
