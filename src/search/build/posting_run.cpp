#include "search/build/posting_run.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "search/build/shown_text.h"
#include "search/format/index_files.h"
#include "search/format/printable_numbers.h"
#include "search/words/tokens.h"

namespace broadsheet::search {

namespace {

// Words of different fields and blocks are never adjacent. Each block begins at a multiple of
// `field_start`, so that an additional word moves only the words of its own block.
constexpr std::uint32_t field_gap = 8;
constexpr std::uint32_t field_start = 32;

// For each token, its term and its distance from the previous one. A mark separates fields.
enum class Step : std::uint8_t { same_place, next_place, field, far };
constexpr std::uint64_t step_count = 4;

std::uint64_t varint(std::string_view bytes, std::size_t& at) {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        value |= static_cast<std::uint64_t>(byte & 127U) << shift;
        if (byte < 128) return value;
    }
}

void append_varint(std::string& bytes, std::uint64_t value) {
    for (; value >= 128; value >>= 7U) bytes += static_cast<char>((value & 127U) | 128U);
    bytes += static_cast<char>(value);
}

void append_text(std::string& bytes, std::string_view text) {
    append_varint(bytes, text.size());
    bytes += text;
}

std::string_view text(std::string_view bytes, std::size_t& at) {
    const auto size = static_cast<std::size_t>(varint(bytes, at));
    at += size;
    return bytes.substr(at - size, size);
}

std::string slug_of(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    return std::string(path.substr(path.rfind('/') + 1));
}

class TokenWriter {
  public:
    TokenWriter(TermTable& table, DocumentWords& words) : table_(table), words_(words) {}

    std::string take() { return std::move(tokens_); }

    void field(Field field, std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(block_end), text.size());
            block(field, text.substr(0, end));
            text.remove_prefix(std::min(text.size(), end + block_end.size()));
        }
    }

  private:
    void block(Field field, std::string_view text) {
        if (text.empty()) return;
        std::uint32_t last = 0;
        append_varint(tokens_, static_cast<std::uint64_t>(field) * step_count +
                                   static_cast<unsigned>(Step::field));
        words_.lengths[static_cast<std::size_t>(field)] += tokenise(text, [&](const Token& token) {
            const std::uint32_t ahead = token.position - last;
            last = token.position;
            const Step step = ahead == 0   ? Step::same_place
                              : ahead == 1 ? Step::next_place
                                           : Step::far;
            append_varint(tokens_,
                          table_.number_of(token.term) * step_count + static_cast<unsigned>(step));
            if (step == Step::far) append_varint(tokens_, ahead);
        });
    }

    TermTable& table_;
    DocumentWords& words_;
    std::string tokens_;
};

// The postings of a term in a run, packed while they are collected.
struct Gathered {
    std::uint32_t documents = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::string gaps;
    std::string impacts;
    std::string positions;

    void add(std::uint32_t document, std::uint32_t impact,
             const std::vector<std::uint32_t>& places) {
        if (documents == 0) {
            first = document;
        } else {
            append_packed(gaps, document - last - 1);
        }
        append_packed(impacts, impact);
        last = document;
        ++documents;
        if (places.empty()) return;
        append_packed(positions, static_cast<std::uint32_t>(places.size()));
        std::uint32_t before = 0;
        for (const std::uint32_t place : places) {
            append_packed(positions, place - before);
            before = place;
        }
    }
};

class Gatherer {
  public:
    Gatherer(const TermOrder& order, const FieldAverages& averages)
        : order_(order), averages_(averages), slots_(order.terms.size(), 0), known_(slots_) {}

    void take(std::uint32_t document, const DocumentWords& words) {
        const std::vector<std::uint32_t>& numbers = order_.numbers[words.table];
        found_.clear();
        read(words, numbers);
        for (const Found& found : found_) {
            slots_[found.term] = 0;
            float frequency = 0;
            for (std::size_t i = 0; i < field_count; ++i) {
                if (found.counts[i] == 0) continue;
                const auto [weight, share] = field_weights[i];
                const float length = static_cast<float>(words.lengths[i]) / averages_[i];
                frequency +=
                    weight * static_cast<float>(found.counts[i]) / (1 - share + share * length);
            }
            const bool in_title = found.counts[static_cast<std::size_t>(Field::title)] > 0;
            gathered(found.term).add(document, impact_of(frequency, in_title), found.positions);
        }
        for (const std::uint32_t filter : words.filters) {
            gathered(numbers[filter]).add(document, 0, {});
        }
    }

    void write(std::string& out) {
        std::sort(terms_.begin(), terms_.end());
        for (const std::uint32_t term : terms_) {
            const Gathered& each = gathered(term);
            append_text(out, order_.terms[term].term);
            append_text(out, order_.terms[term].key);
            append_varint(out, each.documents);
            append_varint(out, each.first);
            append_varint(out, each.last);
            append_text(out, each.gaps);
            append_text(out, each.impacts);
            append_text(out, each.positions);
        }
    }

  private:
    struct Found {
        std::uint32_t term = 0;
        std::array<std::uint32_t, field_count> counts{};
        std::vector<std::uint32_t> positions;
    };

    void read(const DocumentWords& words, const std::vector<std::uint32_t>& numbers) {
        std::size_t field = 0;
        std::uint32_t position = 0;
        const std::string_view tokens = words.tokens.view();
        for (std::size_t at = 0; at < tokens.size();) {
            const std::uint64_t value = varint(tokens, at);
            const auto step = static_cast<Step>(value % step_count);
            if (step == Step::field) {
                field = static_cast<std::size_t>(value / step_count);
                position = ((position + field_gap) / field_start + 1) * field_start;
                continue;
            }
            if (step == Step::next_place) ++position;
            if (step == Step::far) position += static_cast<std::uint32_t>(varint(tokens, at));
            Found& found = slot(numbers[static_cast<std::size_t>(value / step_count)]);
            ++found.counts[field];
            if (found.positions.empty() || found.positions.back() != position) {
                found.positions.push_back(position);
            }
        }
    }

    Found& slot(std::uint32_t term) {
        if (slots_[term] == 0) {
            found_.push_back({term, {}, {}});
            slots_[term] = static_cast<std::uint32_t>(found_.size());
        }
        return found_[slots_[term] - 1];
    }

    Gathered& gathered(std::uint32_t term) {
        if (known_[term] == 0) {
            terms_.push_back(term);
            gathered_.emplace_back();
            known_[term] = static_cast<std::uint32_t>(gathered_.size());
        }
        return gathered_[known_[term] - 1];
    }

    const TermOrder& order_;
    const FieldAverages& averages_;
    std::vector<std::uint32_t> slots_;  // by term, of `found_`, from 1
    std::vector<Found> found_;          // in one document
    std::vector<std::uint32_t> known_;  // by term, of `gathered_`, from 1
    std::deque<Gathered> gathered_;
    std::vector<std::uint32_t> terms_;
};

}  // namespace

// This is called for every word of a site. It takes one probe of a flat table, and compares hashes
// before texts.
std::uint32_t TermTable::number_of(std::string_view term) {
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>()(term));
    if (terms_.size() * 2 >= slots_.size()) grow();
    for (std::size_t i = hash & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
        Slot& slot = slots_[i];
        if (slot.next_number == 0) {
            terms_.emplace_back(term);
            slot = {hash, static_cast<std::uint32_t>(terms_.size())};
            return slot.next_number - 1;
        }
        if (slot.hash == hash && terms_[slot.next_number - 1] == term) {
            return slot.next_number - 1;
        }
    }
}

void TermTable::grow() {
    constexpr std::size_t min_slots = 4096;  // sizes are powers of two
    const std::vector<Slot> old =
        std::exchange(slots_, std::vector<Slot>(std::max(min_slots, slots_.size() * 2)));
    for (const Slot& slot : old) {
        if (slot.next_number == 0) continue;
        std::size_t i = slot.hash & (slots_.size() - 1);
        while (slots_[i].next_number != 0) i = (i + 1) & (slots_.size() - 1);
        slots_[i] = slot;
    }
}

DocumentWords DocumentWords::of(const DocumentText& document, TermTable& table,
                                std::size_t text_size, const ByteStorage& storage) {
    DocumentWords words;
    words.text = storage.keep(shown_text(document.body, text_size));
    TokenWriter writer(table, words);
    writer.field(Field::title, document.title);
    writer.field(Field::heading, document.headings);
    const auto filter = [&](Filter kind, const std::string& path) {
        words.filters.push_back(table.number_of(filter_term(kind, slug_of(path))));
    };
    for (const auto& [name, path] : document.category_trail) {
        writer.field(Field::tag, name);
        filter(Filter::category, path);
    }
    for (const auto& [name, path] : document.tags) {
        writer.field(Field::tag, name);
        filter(Filter::tag, path);
    }
    for (const auto& [name, path] : document.authors) {
        writer.field(Field::author, name);
        filter(Filter::author, path);
    }
    writer.field(Field::body, document.body);
    words.tokens = storage.keep(writer.take());
    std::sort(words.filters.begin(), words.filters.end());
    words.filters.erase(std::unique(words.filters.begin(), words.filters.end()),
                        words.filters.end());
    return words;
}

TermOrder TermOrder::of(const std::vector<const TermTable*>& tables) {
    std::vector<Term> all;
    for (const TermTable* table : tables) {
        for (const std::string& term : table->terms()) {
            all.push_back({term, is_folded(term) ? std::string() : fold(term)});
        }
    }
    const auto key = [](const Term& each) {
        return each.key.empty() ? each.term : std::string_view(each.key);
    };
    std::sort(all.begin(), all.end(), [&](const Term& left, const Term& right) {
        const int order = key(left).compare(key(right));
        return order != 0 ? order < 0 : left.term < right.term;
    });
    TermOrder order;
    std::unordered_map<std::string_view, std::uint32_t> places;
    for (Term& each : all) {
        if (!order.terms.empty() && order.terms.back().term == each.term) continue;
        places.emplace(each.term, static_cast<std::uint32_t>(order.terms.size()));
        order.terms.push_back(std::move(each));
    }
    for (const TermTable* table : tables) {
        std::vector<std::uint32_t>& own = order.numbers.emplace_back();
        for (const std::string& term : table->terms()) own.push_back(places.at(term));
    }
    return order;
}

std::string write_posting_run(const std::vector<const DocumentWords*>& documents,
                              const TermOrder& order, const FieldAverages& averages) {
    std::string run;
    FieldLengths lengths{};
    append_varint(run, documents.size());
    for (const DocumentWords* each : documents) {
        append_text(run, each->text.view());
        for (std::size_t i = 0; i < field_count; ++i) lengths[i] += each->lengths[i];
    }
    for (const std::uint64_t length : lengths) append_varint(run, length);
    Gatherer gatherer(order, averages);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        gatherer.take(static_cast<std::uint32_t>(i), *documents[i]);
    }
    gatherer.write(run);
    return run;
}

PostingRunReader::PostingRunReader(std::string_view run) : run_(run) {
    const auto documents = static_cast<std::size_t>(varint(run_, at_));
    texts_.reserve(documents);
    for (std::size_t i = 0; i < documents; ++i) texts_.push_back(text(run_, at_));
    for (std::uint64_t& length : lengths_) length = varint(run_, at_);
}

PostingRunTerm PostingRunReader::next() {
    PostingRunTerm term;
    const auto number = [&] { return static_cast<std::uint32_t>(varint(run_, at_)); };
    term.term = text(run_, at_);
    term.key = text(run_, at_);
    if (term.key.empty()) term.key = term.term;
    term.documents = number();
    term.first = number();
    term.last = number();
    term.gaps = text(run_, at_);
    term.impacts = text(run_, at_);
    term.positions = text(run_, at_);
    return term;
}

PostingRunTerm PostingRunReader::term_at(std::string_view run, std::size_t place) {
    PostingRunReader reader;
    reader.run_ = run;
    reader.at_ = place;
    return reader.next();
}

}  // namespace broadsheet::search
