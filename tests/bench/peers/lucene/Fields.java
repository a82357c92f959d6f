import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.facet.FacetsConfig;

/** What indexing and searching must agree on. */
final class Fields {
  static final String TEXT = "text"; // what is searched
  static final String[] SHOWN = {"id", "agency", "topic", "date", "title"};
  static final String[] COUNTED = {"agency", "topic"};
  static final FacetsConfig FACETS = new FacetsConfig();

  /** Words in lower case without tones; "đ" becomes "d". */
  static final Analyzer WORDS = new Analyzer() {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
    }
  };

  private Fields() {}
}
