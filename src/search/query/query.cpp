#include "search/query/query.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "addresses/slug.h"
#include "search/format/ranking.h"
#include "search/words/tokens.h"
#include "strings/utf8.h"

namespace broadsheet::search {

namespace {

bool is_space(char c) { return static_cast<unsigned char>(c) <= 0x20; }

std::string_view within_limit(std::string_view text) {
    return text.substr(0, strings::code_point_begin(text, longest_query));
}

// Parses "2024", "2024-05" or "2024-05-17". Returns the first day and the day after the last.
std::optional<std::pair<std::int64_t, std::int64_t>> days_of(std::string_view text) {
    std::array<int, 3> parts{0, 0, 0};
    std::size_t count = 0;
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    while (count < 3) {
        const auto [next, error] = std::from_chars(at, end, parts[count]);
        if (error != std::errc() || next == at) return std::nullopt;
        ++count;
        at = next;
        if (at == end) break;
        if (*at != '-' && *at != '/') return std::nullopt;
        ++at;
    }
    if (at != end) return std::nullopt;
    model::Day first{parts[0], count > 1 ? parts[1] : 1, count > 2 ? parts[2] : 1};
    if (!model::is_valid(first)) return std::nullopt;
    const std::int64_t begin = model::days_since_epoch(first);
    if (count == 3) return std::pair(begin, begin + 1);
    if (count == 2) return std::pair(begin, begin + model::days_in_month(first.year, first.month));
    return std::pair(begin, begin + (model::is_leap_year(first.year) ? 366 : 365));
}

class Parser {
  public:
    explicit Parser(std::string_view text) : text_(within_limit(text)) {}

    Query run() {
        while (at_ < text_.size()) {
            if (is_space(text_[at_])) {
                ++at_;
                continue;
            }
            read_item();
        }
        return std::move(query_);
    }

  private:
    void read_item() {
        const bool excluded = text_[at_] == '-' && at_ + 1 < text_.size() &&
                              !is_space(text_[at_ + 1]) && text_[at_ + 1] != '-';
        if (excluded) ++at_;
        if (read_filter(excluded)) return;
        const bool quoted = text_[at_] == '"';
        const auto [begin, end] = extent();
        add_words(begin, end, excluded, quoted);
    }

    // Reads the text at `at_`, in quotes or up to a space, and advances past it.
    std::pair<std::size_t, std::size_t> extent() {
        const bool quoted = text_[at_] == '"';
        const std::size_t begin = quoted ? at_ + 1 : at_;
        std::size_t end = begin;
        while (end < text_.size() && (quoted ? text_[end] != '"' : !is_space(text_[end]))) {
            if (!quoted && text_[end] == '"') break;
            ++end;
        }
        at_ = std::min(end + (quoted ? 1 : 0), text_.size());
        return {begin, end};
    }

    bool read_filter(bool excluded) {
        struct Name {
            std::string_view text;
            std::optional<Filter> filter;
        };
        static constexpr std::array<Name, 5> names = {{{"tag:", Filter::tag},
                                                       {"category:", Filter::category},
                                                       {"author:", Filter::author},
                                                       {"after:", std::nullopt},
                                                       {"before:", std::nullopt}}};
        for (const Name& name : names) {
            const std::string_view rest = text_.substr(at_);
            if (!rest.starts_with(name.text) || rest.size() == name.text.size()) continue;
            if (is_space(rest[name.text.size()])) continue;
            const std::size_t back = at_;
            at_ += name.text.size();
            const auto [begin, end] = extent();
            const std::string_view value = text_.substr(begin, end - begin);
            if (name.filter && !value.empty()) {
                query_.filters.push_back({*name.filter, addresses::term_slug(value), excluded});
                query_.last_is_open = false;
                return true;
            }
            if (const auto days = name.filter ? std::nullopt : days_of(value)) {
                if (name.text == "after:") query_.from = days->first;
                if (name.text == "before:") query_.until = days->first;
                query_.last_is_open = false;
                return true;
            }
            at_ = back;
            return false;
        }
        return false;
    }

    void add_words(std::size_t begin, std::size_t end, bool excluded, bool quoted) {
        std::vector<QueryWord> words;
        std::uint32_t run = 0;
        tokenise(text_.substr(begin, end - begin), [&](const Token& token) {
            if (token.ends_pairs) return;
            if (words.empty() || token.run != run) {
                words.emplace_back();
                words.back().position = token.position;
                words.back().begin = begin + token.begin;
                run = token.run;
            }
            QueryWord& word = words.back();
            word.end = std::max(word.end, begin + token.end);
            if (token.whole) {
                word.whole = token.term;
            } else {
                word.parts.emplace_back(token.term);
            }
        });
        std::size_t known = 0;
        for (const QueryPhrase& phrase : query_.phrases) known += phrase.words.size();
        if (words.size() > max_words - std::min(known, max_words)) {
            words.resize(max_words - std::min(known, max_words));
        }
        if (words.empty()) return;
        const bool at_end = end == text_.size() || (!quoted && at_ == text_.size());
        query_.last_is_open = at_end && !quoted && !excluded;
        if (quoted || excluded) {
            query_.phrases.push_back({std::move(words), excluded, quoted});
            return;
        }
        for (QueryWord& word : words) {
            word.position = 0;
            query_.phrases.push_back({{std::move(word)}, false, false});
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Query query_;
};

}  // namespace

Query parse_query(std::string_view text) { return Parser(text).run(); }

}  // namespace broadsheet::search
