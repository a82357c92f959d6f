import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;

/** The ten best for any of a query's words, with marked excerpts and facet counts, as JSON. For any thread. */
final class Search {
  private static final int RESULTS = 10;
  private static final int PASSAGES = 2; // of an excerpt
  private static final int VALUES = 100; // of a facet

  private final IndexSearcher searcher;
  private final SortedSetDocValuesReaderState facets;

  Search(Path index) throws IOException {
    DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index));
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null); // every query is worked out
    facets = new DefaultSortedSetDocValuesReaderState(reader);
  }

  private static Query any_word(String typed) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Set<String> seen = new HashSet<>();
    try (TokenStream words = Fields.WORDS.tokenStream(Fields.TEXT, typed)) {
      CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        if (!seen.add(word.toString()) || seen.size() > BooleanQuery.getMaxClauseCount()) continue;
        query.add(new TermQuery(new Term(Fields.TEXT, word.toString())), BooleanClause.Occur.SHOULD);
      }
      words.end();
    }
    return query.build();
  }

  String answer(String typed) throws IOException {
    Query query = any_word(typed);
    FacetsCollector matches = new FacetsCollector();
    TopDocs best = FacetsCollector.search(searcher, query, RESULTS, matches);
    Json json = new Json().raw("{\"total\":").raw(best.totalHits.value).raw(",\"results\":[");
    results(json, query, best);
    json.raw("],\"facets\":{");
    Facets counts = new SortedSetDocValuesFacetCounts(facets, matches);
    for (int i = 0; i < Fields.COUNTED.length; ++i) {
      json.raw(i > 0 ? "," : "").string(Fields.COUNTED[i]).raw(":{");
      counts(json, counts.getTopChildren(VALUES, Fields.COUNTED[i]));
      json.raw("}");
    }
    return json.raw("}}").toString();
  }

  private void results(Json json, Query query, TopDocs best) throws IOException {
    String[] excerpts = new UnifiedHighlighter(searcher, Fields.WORDS).highlight(Fields.TEXT, query, best, PASSAGES);
    for (int i = 0; i < best.scoreDocs.length; ++i) {
      Document document = searcher.doc(best.scoreDocs[i].doc, Set.of(Fields.SHOWN));
      json.raw(i > 0 ? ",{" : "{");
      for (String field : Fields.SHOWN) json.string(field).raw(":").string(document.get(field)).raw(",");
      json.raw("\"score\":").raw(best.scoreDocs[i].score);
      json.raw(",\"excerpt\":").string(excerpts[i] == null ? "" : excerpts[i]).raw("}");
    }
  }

  private static void counts(Json json, FacetResult facet) {
    if (facet == null) return; // nothing was found
    String comma = "";
    for (LabelAndValue value : facet.labelValues) {
      json.raw(comma).string(value.label).raw(":").raw(value.value);
      comma = ",";
    }
  }
}
