#include "search/query/engine.h"

#include <algorithm>
#include <deque>

#include "search/format/ranking.h"
#include "search/query/facets.h"
#include "search/query/positions.h"
#include "search/query/query.h"
#include "search/query/word_match.h"
#include "search/words/tokens.h"

namespace broadsheet::search {

namespace {

constexpr std::size_t excerpt_size = 190;        // bytes
constexpr std::size_t closeness_expansions = 2;  // forms of a word whose positions are compared
constexpr std::uint32_t max_results = 100;       // results in one answer

void keep(std::vector<Scored>& documents, const std::vector<std::uint32_t>& wanted, bool excluded) {
    std::erase_if(documents, [&](const Scored& each) {
        return std::binary_search(wanted.begin(), wanted.end(), each.document) == excluded;
    });
}

// Keeps the best `count` documents in order. Among equals, newer ones come first.
void keep_best(std::vector<Scored>& documents, std::size_t count) {
    const std::size_t kept = std::min(count, documents.size());
    std::partial_sort(documents.begin(), documents.begin() + static_cast<std::ptrdiff_t>(kept),
                      documents.end(), [](const Scored& a, const Scored& b) {
                          return a.score != b.score ? a.score > b.score : a.document < b.document;
                      });
    documents.resize(kept);
}

std::vector<std::uint32_t> numbers_of(const std::vector<Scored>& documents) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(documents.size());
    for (const Scored& each : documents) numbers.push_back(each.document);
    return numbers;
}

}  // namespace

// The processing of one request. The documents found are kept while their records arrive.
class Search {
  public:
    Search(Request request, IndexCache& cache, const Root& root)
        : request_(std::move(request)),
          cache_(cache),
          root_(root),
          matcher_(cache, root),
          query_(parse_query(request_.query)) {
        find();
    }

    // True if the documents for `request` have been found.
    bool answers(const Request& request) const { return is_found_ && request_ == request; }

    const Marks& marks() const { return marks_; }

    Answer answer() const {
        Answer answer = answer_;
        if (is_found_) {
            describe(shown_, answer.hits);
            describe(others_, answer.others);
            if (!corrections_.empty()) answer.understood = corrected();
        }
        if (cache_.misses_some() || is_partial_) answer.outcome = Outcome::partial;
        return answer;
    }

  private:
    struct Part {
        const QueryPhrase* phrase = nullptr;
        bool is_optional = false;  // documents without it are found too
        std::vector<WordMatch> words;
        std::vector<Scored> documents;
    };

    void find() {
        answer_.request = request_;
        if (!query_.empty()) {
            match_phrases();
            std::vector<Scored> found = combine();
            narrow(found);
            prefer_close(found);
            answer_.total = static_cast<std::uint32_t>(found.size());
            if (request_.facets) count_facets(found, root_, cache_, answer_);
            others_ = others(found);
            shown_ = shown_of(std::move(found));
        }
        // If files are missing, the result may still change, so it is too early to fetch records.
        is_found_ = !cache_.wants_some();
        is_partial_ = cache_.misses_some();
    }

    bool is_common(const QueryPhrase& phrase) const {
        return !phrase.quoted && phrase.words.size() == 1 &&
               std::binary_search(root_.common.begin(), root_.common.end(), phrase.words[0].whole);
    }

    void match_phrases() {
        const auto& all = query_.phrases;
        // Very common words are not required unless there are no others, because they hardly
        // distinguish documents. In a large index, they are ignored, because their postings are
        // large.
        const bool others = std::any_of(all.begin(), all.end(), [&](const QueryPhrase& phrase) {
            return !phrase.excluded && !is_common(phrase);
        });
        for (const QueryPhrase& phrase : all) {
            const bool is_open = &phrase == &all.back() && query_.last_is_open;
            const bool last = is_open && request_.typing;
            if (phrase.excluded) {
                excluded_.push_back(numbers_of(match(phrase, Reach::exact).documents));
                continue;
            }
            const bool is_optional = is_common(phrase) && others && !last;
            if (is_optional && !root_.common_have_positions) continue;
            Part part = match(phrase, last          ? Reach::beginning
                                      : is_optional ? Reach::exact
                                      : is_open     ? Reach::unfinished
                                                    : Reach::relatives);
            part.is_optional = is_optional;
            // The page of results finds what the menu has found with an unfinished last word.
            if (is_open && part.documents.empty()) part = match(phrase, Reach::beginning);
            const bool may_be_several = !phrase.quoted && phrase.words[0].is_pairs();
            if (may_be_several && part.documents.empty() && !cache_.wants_some()) {
                match_pairs(phrase.words[0]);
            } else {
                parts_.push_back(std::move(part));
            }
        }
    }

    // A text without spaces that no document has may be several words, of which some will do. Pairs
    // across their borders are in few documents.
    void match_pairs(const QueryWord& word) {
        for (const std::string& pair : word.parts) {
            QueryPhrase& phrase = pairs_.emplace_back();
            phrase.words.push_back({{}, {pair}, 0, word.begin, word.end});
            parts_.push_back(match(phrase, Reach::exact));
        }
    }

    // `reach` is that of a plain word. Phrases and exclusions are exact.
    Part match(const QueryPhrase& phrase, Reach reach) {
        Part part;
        part.phrase = &phrase;
        const bool exact = phrase.quoted || phrase.excluded;
        if (exact) reach = Reach::exact;
        for (const QueryWord& word : phrase.words) {
            const bool everywhere =
                phrase.words.size() > 1 && !root_.common_have_positions &&
                std::binary_search(root_.common.begin(), root_.common.end(), word.whole);
            if (everywhere) continue;
            WordMatch match = matcher_.match(word, reach, !exact);
            if (!match.correction.empty()) corrections_.push_back({&word, match.correction});
            part.documents = part.words.empty() ? match.documents
                                                : intersection(part.documents, match.documents);
            part.words.push_back(std::move(match));
        }
        if (exact && !part.words.empty()) {
            part.documents = PositionLookup(cache_, root_)
                                 .with_phrase(phrase, std::move(part.documents), matcher_);
        }
        for (const WordMatch& match : part.words) {
            marks_.keys.insert(match.keys.begin(), match.keys.end());
        }
        if (reach == Reach::beginning && !phrase.words.empty())
            marks_.beginning = fold(phrase.words[0].whole);
        return part;
    }

    std::vector<Scored> combine() {
        if (parts_.empty()) return everything();
        std::vector<Scored> found;
        std::size_t required = 0;
        for (const Part& part : parts_) {
            if (part.is_optional) continue;
            found = required++ == 0 ? part.documents : intersection(found, part.documents);
        }
        for (const Part& part : parts_) {
            if (part.is_optional) add_to(found, part.documents);
        }
        if (!found.empty() || required == 1 || cache_.wants_some()) return found;
        answer_.relaxed = true;
        return some_of_them(1);
    }

    // The number of words or phrases that a document should have.
    std::size_t required_parts() const {
        return static_cast<std::size_t>(std::count_if(
            parts_.begin(), parts_.end(), [](const Part& part) { return !part.is_optional; }));
    }

    // For filters and exclusions without words: all documents, newest first.
    std::vector<Scored> everything() const {
        std::vector<Scored> all;
        const bool narrows = !query_.filters.empty() || query_.from || query_.until;
        if (!narrows && excluded_.empty()) return all;
        for (std::uint32_t i = 0; i < root_.documents; ++i) all.push_back({i, 1, 0});
        return all;
    }

    std::vector<Scored> some_of_them(std::size_t min_words) const {
        std::vector<float> scores(root_.documents, 0);
        std::vector<float> titles(root_.documents, 0);
        std::vector<std::uint8_t> counts(root_.documents, 0);
        for (const Part& part : parts_) {
            if (part.is_optional) continue;
            for (const Scored& each : part.documents) {
                scores[each.document] += each.score;
                titles[each.document] += each.title;
                ++counts[each.document];
            }
        }
        std::vector<Scored> found;
        for (std::uint32_t i = 0; i < root_.documents; ++i) {
            if (counts[i] < min_words) continue;
            const float share =
                static_cast<float>(counts[i]) / static_cast<float>(required_parts());
            found.push_back({i, scores[i] * share * share, titles[i]});
        }
        return found;
    }

    // Documents to show after those `found`.
    std::vector<Scored> others(const std::vector<Scored>& found) {
        const bool is_first_page = request_.first == 0 && !request_.typing;
        const bool is_loose = std::none_of(parts_.begin(), parts_.end(),
                                           [](const Part& part) { return part.phrase->quoted; });
        if (!is_first_page || !is_loose || required_parts() < 2 || found.empty() ||
            answer_.relaxed || found.size() >= page_size() || cache_.wants_some()) {
            return {};
        }
        std::vector<Scored> more = some_of_them((required_parts() + 1) / 2);
        narrow(more);
        keep(more, numbers_of(found), true);
        keep_best(more, page_size() - found.size());
        if (request_.order == Order::date) {
            std::sort(more.begin(), more.end(),
                      [](const Scored& a, const Scored& b) { return a.document < b.document; });
        }
        return more;
    }

    void narrow(std::vector<Scored>& found) {
        for (const QueryFilter& filter : query_.filters) {
            keep(found, matcher_.documents_of(filter), filter.excluded);
        }
        for (const std::vector<std::uint32_t>& numbers : excluded_) keep(found, numbers, true);
        if (query_.from || query_.until) {
            constexpr std::int64_t always = 1'000'000'000;
            const auto [first, end] =
                root_.between(query_.from.value_or(-always), query_.until.value_or(always));
            std::erase_if(found, [first = first, end = end](const Scored& each) {
                return each.document < first || each.document >= end;
            });
        }
        const auto count = static_cast<float>(root_.documents);
        std::size_t words = 0;
        for (const Part& part : parts_) words += part.words.size();
        for (Scored& each : found) {
            const float share = words > 0 ? each.title / static_cast<float>(words) : 0;
            each.score *= 1 + title_share * share * share;
            each.score *= 1 + recency * (1 - static_cast<float>(each.document) / count);
        }
    }

    // For each word, the forms whose positions are compared; nothing if fetching them would be too
    // expensive.
    std::vector<std::vector<Expansion>> forms_to_compare() const {
        std::vector<std::vector<Expansion>> forms;
        std::size_t bytes = 0;
        for (const Part& part : parts_) {
            for (const WordMatch& match : part.words) {
                const auto count = std::min(match.expansions.size(), closeness_expansions);
                const auto begin = match.expansions.begin();
                forms.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(count));
                for (const Expansion& each : forms.back()) bytes += each.found->position_bytes();
            }
        }
        if (bytes > max_closeness_bytes) forms.clear();
        return forms;
    }

    void prefer_close(std::vector<Scored>& found) {
        if (request_.order == Order::date || !cache_.host_gives_parts()) return;
        const std::vector<std::vector<Expansion>> forms = forms_to_compare();
        if (forms.size() < 2) return;
        PositionLookup lookup(cache_, root_);
        if (cache_.wants_some()) {
            // While postings are missing, the best documents are not known. The positions beside
            // the postings are fetched with them.
            for (const std::vector<Expansion>& each : forms) lookup.places(each, {});
            return;
        }
        std::vector<Scored> top = found;
        keep_best(top, closeness_checked);
        std::vector<std::uint32_t> numbers = numbers_of(top);
        std::sort(numbers.begin(), numbers.end());
        std::vector<Places> places;
        places.reserve(forms.size());
        for (const std::vector<Expansion>& each : forms) {
            places.push_back(lookup.places(each, numbers));
        }
        for (Scored& each : found) {
            if (!std::binary_search(numbers.begin(), numbers.end(), each.document)) continue;
            std::vector<const std::vector<std::uint32_t>*> own;
            for (const Places& word : places) {
                const auto known = word.find(each.document);
                own.push_back(known == word.end() ? nullptr : &known->second);
            }
            each.score *= 1 + closeness * closeness_of(own);
        }
    }

    // The part of `found` that the requested page shows.
    std::vector<Scored> shown_of(std::vector<Scored> found) const {
        const std::size_t first = std::min<std::size_t>(request_.first, found.size());
        const std::size_t end = std::min<std::size_t>(first + page_size(), found.size());
        if (request_.order == Order::relevance) keep_best(found, end);
        return {found.begin() + static_cast<std::ptrdiff_t>(first),
                found.begin() + static_cast<std::ptrdiff_t>(end)};
    }

    std::size_t page_size() const { return std::min(request_.count, max_results); }

    void describe(const std::vector<Scored>& documents, std::vector<Hit>& hits) const {
        for (const Scored& each : documents) {
            const DocumentRecord* record = cache_.document(each.document);
            if (!record) continue;
            Hit hit;
            hit.path = record->path;
            hit.title = mark(record->title, marks_);
            hit.excerpt = excerpt(record->text, marks_, excerpt_size);
            hit.day = root_.day_of(each.document);
            for (std::size_t i = record->category; i != Category::none;
                 i = root_.categories[i].parent) {
                hit.categories.insert(hit.categories.begin(), root_.categories[i].name);
            }
            hits.push_back(std::move(hit));
        }
    }

    std::string corrected() const {
        std::string text;
        std::size_t at = 0;
        for (const auto& [word, correction] : corrections_) {
            if (word->begin < at) continue;
            text += request_.query.substr(at, word->begin - at) + correction;
            at = word->end;
        }
        return text + request_.query.substr(std::min(at, request_.query.size()));
    }

    Request request_;
    IndexCache& cache_;
    const Root& root_;
    WordMatcher matcher_;
    Query query_;
    std::deque<QueryPhrase> pairs_;  // made from words of the query
    std::vector<Part> parts_;
    std::vector<std::vector<std::uint32_t>> excluded_;  // documents, by phrase
    std::vector<std::pair<const QueryWord*, std::string>> corrections_;
    Marks marks_;
    Answer answer_;  // without its hits
    std::vector<Scored> shown_;
    std::vector<Scored> others_;
    bool is_found_ = false;
    bool is_partial_ = false;
};

Engine::Engine() = default;
Engine::~Engine() = default;

Step Engine::ask(const Request& request) {
    cache_.begin();
    Step step;
    step.answer.request = request;
    if (const Root* root = cache_.root()) {
        if (!search_ || !search_->answers(request)) {
            search_ = std::make_unique<Search>(request, cache_, *root);
        }
        step.answer = search_->answer();
    } else if (cache_.misses_some()) {
        step.answer.outcome = Outcome::unavailable;
    }
    step.wanted = cache_.wanted();
    if (step.wanted.empty() && search_ && !request.typing) {
        answered_ = request;
        marks_ = search_->marks();
    }
    return step;
}

std::string Engine::passage(const Request& request, std::string_view text) const {
    if (request != answered_ || request.query.empty()) return {};
    std::string found = excerpt(text, marks_, excerpt_size);
    return found.find(mark_begin) == std::string::npos ? std::string() : found;
}

void Engine::supply(std::string_view name, std::string_view bytes) {
    if (name == root_file) search_.reset();
    cache_.supply(name, bytes);
}

void Engine::forget_missing() {
    search_.reset();
    cache_.forget_missing();
}

}  // namespace broadsheet::search
