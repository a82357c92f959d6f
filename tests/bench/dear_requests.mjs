// The dearest requests that the server takes: whatever makes it work is as long, as common or as deep as is allowed.
import { Writer } from "./corpus.mjs";
import { folded } from "./rows.mjs";

const QUERY = 2000; // characters, the most that a query may have
const LETTER = 20000; // the same of a letter
const OBSTACLES = 20; // of a letter, that are looked for
const COMMON = ["của", "các", "và", "cho", "công", "dữ liệu", "thông tin", "thực hiện", "định danh", "dân cư"];

const encoded = (parameters) => new URLSearchParams(parameters).toString();
const search = (q, more = {}) => ({ path: `/api/v1/search?${encoded({ q, ...more })}` });
// What fits, words whole.
const cut = (text, most) => text.slice(0, most).replace(/\s+\S*$/, "");

const ENTRIES_A_PAGE = 50; // of a dispatch

// What dear_requests() needs to know of an index: {agencies} that have entries, the address of an {entry}, and
// of the longest {dispatch} with its {last_page}. Of what the server answers to an empty search, and of all
// dispatches.
export function held(search, { dispatches }) {
  const entries = ({ counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0);
  const longest = dispatches.reduce((most, one) => (entries(one) > entries(most) ? one : most));
  return {
    agencies: search.facets.agency.map(({ value }) => value),
    entry: search.results[0].url,
    dispatch: longest.url,
    last_page: Math.ceil(entries(longest) / ENTRIES_A_PAGE),
  };
}

// {kind: () => {path, form}}, another request of that kind each time, of what is held().
export function dear_requests(seed, { agencies, entry, dispatch, last_page }) {
  const writer = new Writer(seed);
  const prose = (most = QUERY) => cut(writer.prose(most / 3), most);
  const words = (most) => cut(prose(most).replace(/[^\p{L}\p{N} ]/gu, ""), most);
  const slip = (word) => {
    const at = Math.floor(writer.random() * word.length);
    return word.slice(0, at) + writer.one_of([..."bcdghklmnprstvx"]) + word.slice(at);
  };
  const common = (count) => Array.from({ length: count }, () => writer.one_of(COMMON)).join(" ");
  const many = (piece) => cut(Array.from({ length: QUERY / 4 }, piece).join(" "), QUERY - 20);
  const agency = () => writer.one_of(agencies);
  const obstacle = (_, i) => `${i + 1}. ${prose(LETTER / OBSTACLES - 10)}`;
  return {
    "2,000 characters of prose": () => search(prose()),
    "the same without tones": () => search(folded(prose())),
    "the same, each word misspelt": () => search(cut(folded(words(QUERY * 0.8)).split(" ").map(slip).join(" "), QUERY)),
    "the same as one quotation": () => search(`"${words(QUERY - 2)}"`),
    "pairs of words in quotes": () => search(many(() => `"${writer.one_of(COMMON)} ${writer.one_of(COMMON)}"`)),
    "words left out": () => search(`${common(1)} ${many(() => `-${writer.one_of(words(200).split(" "))}`)}`),
    "common words, the last page": () => search(common(3), { page: 100, per_page: 100 }),
    "common words, newest first": () => search(common(3), { sort: "date", page: 100, per_page: 100 }),
    "common words, of one agency": () => search(common(3), { agency: agency() }),
    "common words as a workbook": () => ({ path: `/xuat/giai-dap.xlsx?${encoded({ q: common(3) })}` }),
    "common words as CSV": () => ({ path: `/xuat/giai-dap.csv?${encoded({ q: common(3) })}` }),
    "common words as a feed": () => ({ path: `/tin.atom?${encoded({ q: common(3) })}` }),
    "an entry, 2,000 characters marked": () => ({ path: `${entry}?${encoded({ q: prose() })}` }),
    "the longest dispatch": () => ({ path: dispatch }),
    "the longest dispatch, last page": () => ({ path: `${dispatch}?${encoded({ page: last_page })}` }),
    "all of one agency": () => ({ path: `/co-quan/${encodeURIComponent(agency())}` }),
    "all, the last page": () => search("", { page: 100, per_page: 100 }),
    "asked before, 2,000 characters": () => ({ path: `/api/v1/asked-before?${encoded({ q: prose() })}` }),
    "suggestions for a letter": () => ({ path: `/api/v1/suggest?${encoded({ q: writer.one_of([..."bcdghklmnprstvx"]) })}` }),
    "a letter of 20 obstacles": () => ({ path: "/da-hoi", form: { "noi-dung": Array.from({ length: OBSTACLES }, obstacle).join("\n\n") } }),
  };
}
