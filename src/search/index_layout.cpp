#include "search/index_layout.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "model/slug.h"
#include "search/packing.h"
#include "search/tokens.h"

namespace broadsheet::search {

namespace {

// Bytes of a file before the transport's compression, which halves them. Where the index is large,
// files grow instead of their number.
constexpr std::size_t term_file_size = 24'000;
constexpr std::size_t most_term_files = 260;
constexpr std::size_t position_file_size = 34'000;
constexpr std::size_t most_position_files = 170;
constexpr std::size_t word_file_size = 20'000;
constexpr std::size_t most_document_files = 190;
constexpr std::size_t least_documents_per_file = 4;
constexpr std::size_t cheap_position_files = 24;

// Text kept for excerpts: the more documents share a file, the less of each.
constexpr std::size_t document_file_text = 16'000;
constexpr std::size_t shortest_text = 200;  // less than this says nothing

// Below this, words that stand nearly everywhere still tell documents apart.
constexpr std::size_t least_documents_for_common = 1'000;
constexpr std::size_t most_popular = 300;
constexpr std::size_t shortest_word = 3;  // that mistakes are looked for in
constexpr std::size_t most_tags = 24;     // with counts beside the results

// Files by range begin where the first bytes of the key change, so that the forms of a word are
// together.
constexpr std::size_t family_prefix = 4;

bool same_family(std::string_view left, std::string_view right) {
    return left.substr(0, family_prefix) == right.substr(0, family_prefix);
}

std::string without_control(std::string_view text, std::size_t limit) {
    std::string out;
    for (const char c : text) {
        if (out.size() >= limit) break;
        const bool space = static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
        if (!space) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (out.size() >= limit) {
        // The last word may be cut short.
        const auto space = out.rfind(' ');
        std::size_t end = space != std::string::npos && space > limit / 2 ? space : out.size();
        while (end > 0 && end < out.size() &&
               (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U)
            --end;
        out.resize(end);
        while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U)
            out.pop_back();
        if (!out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0U) out.pop_back();
    }
    return out;
}

std::size_t documents_per_file(std::size_t documents) {
    return std::max(least_documents_per_file,
                    (documents + most_document_files - 1) / most_document_files);
}

class Layout {
  public:
    Layout(std::string_view language, const std::vector<StoredDocument>& documents,
           std::vector<TermPostings>& terms)
        : language_(language), documents_(documents), terms_(terms) {}

    std::vector<IndexFile> run() {
        number_categories();
        find_common();
        write_terms();
        write_positions();
        write_words();
        write_documents();
        write_categories();
        write_tags();
        write_root();
        return std::move(files_);
    }

  private:
    void add(std::string name, const std::vector<std::string>& fields) {
        files_.push_back({std::move(name), write_strings(fields)});
    }

    void number_categories() {
        std::map<std::string, std::pair<std::string, std::string>> found;  // name, parent's path
        for (const StoredDocument& document : documents_) {
            std::string parent;
            for (const auto& [name, path] : document.category_trail) {
                found.try_emplace(path, name, parent);
                parent = path;
            }
        }
        // Sorted by path, parents come before their children.
        for (const auto& [path, rest] : found) {
            const auto number = static_cast<std::uint32_t>(category_numbers_.size() + 1);
            category_numbers_[path] = number;
            category_fields_.push_back(rest.first);
            category_fields_.push_back(path);
            const auto parent = category_numbers_.find(rest.second);
            append_packed(category_fields_.emplace_back(),
                          parent == category_numbers_.end() ? 0 : parent->second);
        }
    }

    std::uint32_t category_of(const StoredDocument& document) const {
        if (document.category_trail.empty()) return 0;
        return category_numbers_.at(document.category_trail.back().second);
    }

    void find_common() {
        if (documents_.size() < least_documents_for_common) return;
        for (TermPostings& term : terms_) {
            if (term.documents <= documents_.size() / 2 || is_filter(term)) continue;
            append_front_coded(common_, last_common_, term.term);
            last_common_ = term.term;
            term.positions.clear();
            term.positions.shrink_to_fit();
        }
    }

    static bool is_filter(const TermPostings& term) {
        return term.term.size() > 2 && term.term[1] == '|';
    }

    void write_terms() {
        std::size_t total = 0;
        for (const TermPostings& term : terms_) total += term.gaps.size() + term.impacts.size() + 8;
        const std::size_t size = std::max(term_file_size, total / most_term_files);
        std::vector<std::string> fields(4);
        std::string first;
        const TermPostings* previous = nullptr;
        const auto close = [&] {
            append_front_coded(term_files_, last_term_file_, first);
            last_term_file_ = first;
            add(file_name(Family::terms, term_file_count_++), fields);
            fields.assign(4, "");
            previous = nullptr;
        };
        for (TermPostings& term : terms_) {
            const std::size_t filled = fields[0].size() + fields[2].size() + fields[3].size();
            const std::size_t wanted = filled + term.gaps.size() + term.impacts.size();
            if (previous && previous->key != term.key) {
                const bool family = same_family(previous->key, term.key);
                if (wanted > size + size / 2 || (wanted > size - size / 8 && !family)) close();
            }
            if (!previous) first = term.key;
            append_front_coded(fields[0], previous ? std::string_view(previous->term) : "",
                               term.term);
            append_packed(fields[1], term.documents);
            append_packed(fields[1], static_cast<std::uint32_t>(term.gaps.size()));
            fields[2] += term.gaps;
            fields[3] += term.impacts;
            previous = &term;
        }
        if (previous) close();
        for (TermPostings& term : terms_) {
            term.gaps = std::string();
            term.impacts = std::string();
        }
    }

    void write_positions() {
        std::size_t total = 0;
        for (const TermPostings& term : terms_) total += term.positions.size() + 6;
        const std::size_t size = std::max(position_file_size, total / most_position_files);
        std::vector<std::string> fields(3);
        std::string first;
        const TermPostings* previous = nullptr;
        const auto close = [&] {
            append_front_coded(position_files_, last_position_file_, first);
            last_position_file_ = first;
            add(file_name(Family::positions, position_file_count_++), fields);
            fields.assign(3, "");
            previous = nullptr;
        };
        for (TermPostings& term : terms_) {
            if (term.positions.empty()) continue;
            const bool full = fields[2].size() + term.positions.size() > size;
            if (previous && full && previous->key != term.key) close();
            if (!previous) first = term.key;
            append_front_coded(fields[0], previous ? std::string_view(previous->term) : "",
                               term.term);
            append_packed(fields[1], static_cast<std::uint32_t>(term.positions.size()));
            fields[2] += term.positions;
            term.positions = std::string();
            previous = &term;
        }
        if (previous) close();
    }

    static bool can_be_mistaken(const TermPostings& term) {
        return term.key.size() >= shortest_word &&
               term.key.find_first_of("0123456789+#.:_|/") == std::string::npos;
    }

    void write_words() {
        // What stands once in a large site is more often a mistake than the word meant.
        const std::uint32_t least = documents_.size() > 2'000 ? 3 : 1;
        std::vector<std::pair<std::uint32_t, std::string_view>> popular;
        std::vector<std::string> fields(2);
        std::string last;
        std::size_t count = 0;
        const auto close = [&] {
            add(file_name(Family::words, count++), fields);
            fields.assign(2, "");
            last.clear();
        };
        for (std::size_t i = 0; i < terms_.size();) {
            const std::string& key = terms_[i].key;
            std::uint32_t documents = 0;
            const bool wanted = can_be_mistaken(terms_[i]);
            for (; i < terms_.size() && terms_[i].key == key; ++i) documents += terms_[i].documents;
            if (!wanted || documents < least) continue;
            popular.emplace_back(documents, key);
            if (fields[0].size() > word_file_size && key[0] != last[0]) close();
            if (last.empty()) {
                append_front_coded(word_files_, last_word_file_, key);
                last_word_file_ = key;
            }
            append_front_coded(fields[0], last, key);
            std::uint32_t weight = 0;
            while (documents >> weight > 1) ++weight;
            append_packed(fields[1], weight);
            last = key;
        }
        if (!last.empty()) close();
        std::sort(popular.begin(), popular.end(), [](const auto& left, const auto& right) {
            return left.first != right.first ? left.first > right.first
                                             : left.second < right.second;
        });
        if (popular.size() > most_popular) popular.resize(most_popular);
        std::string previous;
        for (const auto& [documents, key] : popular) {
            append_front_coded(popular_, previous, key);
            previous = key;
        }
    }

    void write_documents() {
        const std::size_t per_file = documents_per_file(documents_.size());
        const std::size_t text = stored_text_size(documents_.size());
        std::size_t number = 0;
        for (std::size_t first = 0; first < documents_.size(); first += per_file) {
            std::vector<std::string> fields(1);
            for (std::size_t i = first; i < std::min(first + per_file, documents_.size()); ++i) {
                const StoredDocument& document = documents_[i];
                append_packed(fields[0], category_of(document));
                const std::string title = without_control(document.title, 400);
                fields.push_back(title);
                fields.push_back(short_path(document, title));
                fields.push_back(without_control(document.text, text));
            }
            add(file_name(Family::documents, number++), fields);
        }
    }

    // What reading cannot make from the day and the title.
    static std::string short_path(const StoredDocument& document, const std::string& title) {
        std::string usual =
            document.day ? model::day_path(model::day_from_epoch(*document.day)) : "/";
        usual += model::slugify(title);
        if (document.path == usual + "/") return {};
        if (document.path.starts_with(usual)) return "+" + document.path.substr(usual.size());
        return document.path;
    }

    void write_categories() {
        std::vector<std::string> fields(1);
        for (const StoredDocument& document : documents_) {
            append_packed(fields[0], category_of(document));
        }
        add(std::string(categories_file), fields);
    }

    void write_tags() {
        std::map<std::string, std::pair<std::string, std::vector<std::uint32_t>>> tags;  // by path
        for (std::size_t i = 0; i < documents_.size(); ++i) {
            for (const auto& [name, path] : documents_[i].tags) {
                auto& [known, numbers] = tags[path];
                known = name;
                if (numbers.empty() || numbers.back() != i) {
                    numbers.push_back(static_cast<std::uint32_t>(i));
                }
            }
        }
        std::vector<decltype(tags)::const_iterator> order;
        for (auto each = tags.begin(); each != tags.end(); ++each) order.push_back(each);
        std::stable_sort(order.begin(), order.end(), [](const auto& left, const auto& right) {
            return left->second.second.size() > right->second.second.size();
        });
        if (order.size() > most_tags) order.resize(most_tags);
        std::vector<std::string> fields;
        for (const auto& each : order) {
            fields.push_back(each->second.first);
            fields.push_back(each->first);
            std::string& gaps = fields.emplace_back();
            std::uint32_t next = 0;
            for (const std::uint32_t number : each->second.second) {
                append_packed(gaps, number - next);
                next = number + 1;
            }
        }
        add(std::string(tags_file), fields);
    }

    void write_root() {
        std::vector<std::string> fields = {std::string(format_name), std::string(language_), "",
                                           ""};
        append_packed(fields[2], static_cast<std::uint32_t>(documents_.size()));
        append_packed(fields[2], static_cast<std::uint32_t>(documents_per_file(documents_.size())));
        append_packed(fields[2], position_file_count_ <= cheap_position_files ? 1 : 0);
        write_days(fields[3]);
        fields.insert(fields.end(), {term_files_, position_files_, word_files_, common_, popular_});
        fields.insert(fields.end(), category_fields_.begin(), category_fields_.end());
        add(std::string(root_file), fields);
    }

    void write_days(std::string& out) const {
        std::int64_t last = 0;
        for (std::size_t i = 0; i < documents_.size() && documents_[i].day;) {
            const std::int64_t day = *documents_[i].day;
            std::uint32_t count = 0;
            for (; i < documents_.size() && documents_[i].day == day; ++i) ++count;
            if (out.empty()) {
                append_packed(out, static_cast<std::uint32_t>(day - day_origin()));
                last = day;
            }
            append_packed(out, static_cast<std::uint32_t>(last - day));
            append_packed(out, count);
            last = day;
        }
    }

    std::string_view language_;
    const std::vector<StoredDocument>& documents_;
    std::vector<TermPostings>& terms_;
    std::vector<IndexFile> files_;
    std::map<std::string, std::uint32_t> category_numbers_;  // by path, from 1
    std::vector<std::string> category_fields_;
    std::string common_;
    std::string last_common_;
    std::string popular_;
    std::string term_files_;
    std::string last_term_file_;
    std::size_t term_file_count_ = 0;
    std::string position_files_;
    std::string last_position_file_;
    std::size_t position_file_count_ = 0;
    std::string word_files_;
    std::string last_word_file_;
};

}  // namespace

std::size_t stored_text_size(std::size_t documents) {
    const std::size_t size = document_file_text / documents_per_file(documents);
    return size < shortest_text ? 0 : size;
}

StoredDocument StoredDocument::of(const DocumentText& document, std::size_t text_size) {
    StoredDocument stored;
    stored.path = document.path;
    stored.title = document.title;
    if (document.date) {
        stored.day = model::days_since_epoch(document.date->day);
        // The day as written comes first: what is shown as newer stands above.
        const std::int64_t time =
            document.date->hour * 3600 + document.date->minute * 60 + document.date->second;
        stored.seconds = *stored.day * 86400 + time;
    }
    stored.text = without_control(document.body, text_size);
    stored.category_trail = document.category_trail;
    stored.tags = document.tags;
    return stored;
}

void TermPostings::add(std::uint32_t document, std::uint32_t impact,
                       const std::vector<std::uint32_t>& places) {
    append_packed(gaps, document - next);
    append_packed(impacts, impact);
    next = document + 1;
    ++documents;
    if (places.empty()) return;
    append_packed(positions, static_cast<std::uint32_t>(places.size()));
    std::uint32_t last = 0;
    for (const std::uint32_t place : places) {
        append_packed(positions, place - last);
        last = place;
    }
}

std::vector<IndexFile> lay_out_index(std::string_view language,
                                     const std::vector<StoredDocument>& documents,
                                     std::vector<TermPostings>& terms) {
    return Layout(language, documents, terms).run();
}

}  // namespace broadsheet::search
