#include "search/query/word_match.h"

#include <algorithm>
#include <cmath>

#include "search/format/ranking.h"
#include "search/query/corrections.h"
#include "search/query/german.h"
#include "search/words/stem.h"
#include "search/words/tokens.h"
#include "strings/utf8.h"

namespace broadsheet::search {

namespace {

constexpr std::size_t shortest_family = 3;  // bytes that all forms of a word share
constexpr std::size_t shortest_beginning = 2;
constexpr std::size_t shortest_unfinished =
    4;  // minimum length to complete a word when the reader is not typing
constexpr std::size_t max_range_files = 2;    // files fetched for one prefix
constexpr std::size_t max_filter_files = 12;  // files fetched for the terms of one kind
constexpr std::size_t max_corrections = 2;
constexpr std::size_t max_completion_bytes = 20'000;  // bytes of postings fetched for a prefix

bool is_one_square(std::string_view term) {
    std::size_t at = 0;
    if (term.empty()) return false;
    const char32_t c = strings::next_code_point(term, at);
    return at == term.size() && strings::is_cjk(c);
}

std::size_t shared_prefix(std::string_view left, std::string_view right) {
    const auto end = std::mismatch(
        left.begin(),
        left.begin() + static_cast<std::ptrdiff_t>(std::min(left.size(), right.size())),
        right.begin());
    return static_cast<std::size_t>(end.first - left.begin());
}

// Sorts the best first, and keeps each term once. Rare ones, whose postings have been fetched with
// the words themselves, are kept beyond the limit: the word being typed is often one of them.
void order(std::vector<Expansion>& found) {
    std::sort(found.begin(), found.end(), [](const Expansion& a, const Expansion& b) {
        if (a.weight != b.weight) return a.weight > b.weight;
        if (a.found->documents != b.found->documents) {
            return a.found->documents > b.found->documents;
        }
        return a.term() < b.term();
    });
    std::vector<Expansion> kept;
    for (const Expansion& each : found) {
        const bool known = std::any_of(kept.begin(), kept.end(), [&](const Expansion& other) {
            return other.term() == each.term();
        });
        const bool is_cheap = kept.size() < max_expansions || each.found->posting_bytes() == 0;
        if (!known && is_cheap) kept.push_back(each);
        if (kept.size() == max_cheap_expansions) break;
    }
    found = std::move(kept);
}

// Removes completions whose postings are too large to fetch.
void keep_cheap(std::vector<Expansion>& found) {
    std::size_t sum = 0;
    std::erase_if(found, [&](const Expansion& each) {
        if (each.weight > completion) return false;
        const std::size_t bytes = each.found->posting_bytes();
        const bool is_too_much = sum > 0 && sum + bytes > max_completion_bytes;
        if (!is_too_much) sum += bytes;
        return is_too_much;
    });
}

std::vector<Scored> best_of(const std::vector<Scored>& left, const std::vector<Scored>& right) {
    std::vector<Scored> out;
    auto a = left.begin();
    auto b = right.begin();
    while (a != left.end() || b != right.end()) {
        if (b == right.end() || (a != left.end() && a->document < b->document)) {
            out.push_back(*a++);
        } else if (a == left.end() || b->document < a->document) {
            out.push_back(*b++);
        } else {
            out.push_back(
                {a->document, std::max(a->score, b->score), std::max(a->title, b->title)});
            ++a;
            ++b;
        }
    }
    return out;
}

}  // namespace

std::vector<Scored> intersection(const std::vector<Scored>& left,
                                 const std::vector<Scored>& right) {
    std::vector<Scored> out;
    auto a = left.begin();
    auto b = right.begin();
    while (a != left.end() && b != right.end()) {
        if (a->document < b->document) {
            ++a;
        } else if (b->document < a->document) {
            ++b;
        } else {
            out.push_back({a->document, a->score + b->score, a->title + b->title});
            ++a;
            ++b;
        }
    }
    return out;
}

void add_to(std::vector<Scored>& documents, const std::vector<Scored>& more) {
    auto own = documents.begin();
    for (const Scored& each : more) {
        while (own != documents.end() && own->document < each.document) ++own;
        if (own == documents.end()) return;
        if (own->document != each.document) continue;
        own->score += each.score;
        own->title += each.title;
    }
}

WordMatch WordMatcher::match(const QueryWord& word, Reach reach, bool forgiving) {
    WordMatch match;
    if (!word.whole.empty()) {
        match.expansions = expand(word.whole, reach);
        match.documents = score(match.expansions);
    }
    if (!word.parts.empty()) {
        match.documents = best_of(match.documents, all_parts(word, reach, match));
    }
    if (forgiving && word.parts.empty()) forgive(word.whole, reach, match);
    for (const Expansion& each : match.expansions) match.keys.push_back(each.key());
    return match;
}

// A word that no document contains may be incomplete, or else contain a mistake. This is known only
// after its files have arrived.
void WordMatcher::forgive(const std::string& term, Reach reach, WordMatch& match) {
    const auto is_nowhere = [&] { return match.documents.empty() && !cache_.wants_some(); };
    if (is_nowhere() && reach != Reach::beginning && term.size() >= shortest_unfinished) {
        match.expansions = expand(term, Reach::beginning);
        match.documents = score(match.expansions);
    }
    if (is_nowhere()) correct(term, match);
}

std::vector<Scored> WordMatcher::all_parts(const QueryWord& word, Reach reach, WordMatch& match) {
    std::vector<Scored> all;
    const float worth = word.whole.empty() ? 1 : parts_of_compound;
    const auto count = static_cast<float>(word.parts.size());
    for (std::size_t i = 0; i < word.parts.size(); ++i) {
        // Only the last part may be incomplete.
        const bool last = i + 1 == word.parts.size();
        const std::vector<Expansion> expansions =
            expand(word.parts[i], last ? reach : std::min(reach, Reach::relatives));
        std::vector<Scored> documents = score(expansions);
        for (Scored& each : documents) {
            each.score *= worth / count;
            each.title /= count;
        }
        all = i == 0 ? std::move(documents) : intersection(all, documents);
        match.expansions.insert(match.expansions.end(), expansions.begin(), expansions.end());
    }
    return all;
}

std::vector<Expansion> WordMatcher::expand(std::string_view term, Reach reach) {
    std::vector<Expansion> found = expand_as_written(term, reach);
    const std::vector<GermanSpelling> others = german_spellings(term, root_.language);
    for (const GermanSpelling& other : others) {
        for (Expansion& each : expand_as_written(other.term, reach)) {
            if (!spelled_out(each.term()).starts_with(other.beginning)) continue;
            each.weight *= other_diacritics;
            found.push_back(each);
        }
    }
    if (others.empty()) return found;
    order(found);
    return found;
}

std::vector<Expansion> WordMatcher::expand_as_written(std::string_view term, Reach reach) {
    std::vector<Expansion> found;
    const std::string key = fold(term);
    add_terms(only_file_of(key), key, 1, found);
    std::erase_if(found, [&](const Expansion& each) { return each.key() != key; });
    for (Expansion& each : found) {
        if (each.term() != term) each.weight = other_diacritics;
    }
    if (reach != Reach::exact) add_relatives(term, found);
    const bool square = is_one_square(term);
    const bool may_go_on = (reach == Reach::beginning && key.size() >= shortest_beginning) ||
                           (reach == Reach::unfinished && key.size() >= shortest_unfinished);
    if (may_go_on && !square) add_completions(key, completion, found);
    if (square) add_completions(key, other_diacritics, found);
    order(found);
    keep_cheap(found);
    return found;
}

WordMatcher::FileSpan WordMatcher::only_file_of(std::string_view key) const {
    const std::size_t own = file_of(root_.term_files, key);
    return {own, own};
}

// Adds the terms that begin with `prefix`.
void WordMatcher::add_terms(FileSpan files, std::string_view prefix, float weight,
                            std::vector<Expansion>& found) {
    const bool filters = prefix.find('|') != std::string_view::npos;
    for (std::size_t number = files.first; number <= files.second; ++number) {
        const TermFile* file = cache_.terms(root_.term_files[number].name);
        if (!file) continue;
        const auto [begin, end] = file->with_prefix(prefix);
        for (std::size_t i = begin; i < end; ++i) {
            const TermFile::Term& term = file->terms()[i];
            if (filters || !is_filter_term(term.term)) found.push_back({file, &term, weight});
        }
    }
}

void WordMatcher::add_relatives(std::string_view term, std::vector<Expansion>& found) {
    const std::string wanted = fold(stem(term, root_.language));
    const std::string key = fold(term);
    const std::string prefix = key.substr(0, shared_prefix(key, wanted));
    if (prefix.size() < shortest_family) return;
    // The forms of a word are rarely split between two files. For a short stem, the neighbouring
    // files are not worth fetching.
    FileSpan near = files_with_prefix(root_.term_files, prefix);
    if (near.second - near.first >= max_range_files) near = only_file_of(key);
    std::vector<Expansion> family;
    add_terms(near, prefix, same_stem, family);
    for (const Expansion& each : family) {
        if (each.key() != key && fold(stem(each.term(), root_.language)) == wanted) {
            found.push_back(each);
        }
    }
}

void WordMatcher::add_completions(const std::string& key, float weight,
                                  std::vector<Expansion>& found) {
    const FileSpan all = files_with_prefix(root_.term_files, key);
    if (all.second - all.first < max_range_files) return add_terms(all, key, weight, found);
    // Too many words have this prefix, so only the most frequent ones are used.
    std::size_t added = 0;
    for (const std::string& popular : root_.popular) {
        if (!popular.starts_with(key)) continue;
        add_terms(only_file_of(popular), popular, weight, found);
        if (++added == max_range_files) break;
    }
}

// Sorted by document, from the newest.
std::vector<Posting> WordMatcher::postings(const Expansion& expansion) {
    std::vector<Posting> all = cache_.postings(*expansion.file, *expansion.found);
    const auto undated = std::partition_point(
        all.begin(), all.end(), [&](const Posting& each) { return each.document < root_.dated; });
    std::reverse(all.begin(), undated);
    for (Posting& each : all) each.document = root_.document_of(each.document);
    return all;
}

std::vector<Scored> WordMatcher::score(const std::vector<Expansion>& expansions) {
    // Words that only begin with the query's word do not raise documents that have the word itself.
    struct Match {
        float frequency = 0;
        float completed = 0;
        float title = 0;

        void add(const Posting& posting, float weight) {
            (weight > completion ? frequency : completed) += posting.frequency * weight;
            if (posting.in_title) title = std::max(title, (1 + weight) / 2);
        }
        float worth() const { return std::max(frequency, completed); }
    };
    std::vector<std::pair<std::uint32_t, Match>> merged;
    if (expansions.size() == 1) {
        for (const Posting& posting : postings(expansions[0])) {
            merged.emplace_back(posting.document, Match());
            merged.back().second.add(posting, expansions[0].weight);
        }
    } else if (!expansions.empty()) {
        std::vector<Match> matches(root_.documents);
        for (const Expansion& each : expansions) {
            for (const Posting& posting : postings(each)) {
                matches[posting.document].add(posting, each.weight);
            }
        }
        for (std::uint32_t i = 0; i < root_.documents; ++i) {
            if (matches[i].worth() > 0) merged.emplace_back(i, matches[i]);
        }
    }
    const auto having = static_cast<float>(merged.size());
    const float rarity =
        std::log(1 + (static_cast<float>(root_.documents) - having + 0.5F) / (having + 0.5F));
    std::vector<Scored> scored;
    scored.reserve(merged.size());
    for (const auto& [document, match] : merged) {
        scored.push_back({document,
                          rarity * match.worth() * (saturation + 1) / (saturation + match.worth()),
                          match.title});
    }
    return scored;
}

void WordMatcher::correct(const std::string& term, WordMatch& match) {
    const std::vector<Correction> corrections = corrections_of(fold(term), cache_, root_);
    for (const Correction& each : corrections) {
        if (each.distance != corrections[0].distance ||
            match.expansions.size() >= max_corrections) {
            break;
        }
        std::uint32_t most = 0;
        const bool is_first = match.correction.empty();
        for (Expansion expansion : expand(each.key, Reach::exact)) {
            // Shown as the site writes it most often, with its diacritics.
            if (is_first && expansion.found->documents > most) {
                most = expansion.found->documents;
                match.correction = expansion.term();
            }
            expansion.weight *= each.distance == 1 ? one_mistake : two_mistakes;
            // The most likely one comes first. The others only help if it does not match the other
            // words.
            if (!match.expansions.empty()) expansion.weight /= 2;
            match.expansions.push_back(expansion);
        }
        if (match.correction.empty()) match.correction = each.key;
    }
    match.documents = score(match.expansions);
}

std::vector<std::uint32_t> WordMatcher::documents_of(const QueryFilter& filter) {
    const std::string term = filter_term(filter.kind, filter.slug);
    const std::string key = fold(term);
    std::vector<Expansion> found;
    add_terms(only_file_of(key), key, 1, found);
    std::erase_if(found, [&](const Expansion& each) { return each.term() != term; });
    if (found.empty() && !cache_.wants_some()) found = terms_with_word(filter);
    std::vector<std::uint32_t> documents;
    for (const Expansion& each : found) {
        for (const Posting& posting : postings(each)) documents.push_back(posting.document);
    }
    std::sort(documents.begin(), documents.end());
    return documents;
}

std::vector<Expansion> WordMatcher::terms_with_word(const QueryFilter& filter) {
    const std::string kind = filter_term(filter.kind, {});
    const std::string wanted = "-" + fold(filter.slug) + "-";
    FileSpan files = files_with_prefix(root_.term_files, kind);
    files.second = std::min(files.second, files.first + max_filter_files - 1);
    std::vector<Expansion> found;
    add_terms(files, kind, 1, found);
    std::erase_if(found, [&](const Expansion& each) {
        const std::string slug = "-" + each.key().substr(kind.size()) + "-";
        return slug.find(wanted) == std::string::npos;
    });
    return found;
}

}  // namespace broadsheet::search
