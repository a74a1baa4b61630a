#include "search/index_builder.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "search/index_layout.h"
#include "search/tokens.h"

namespace broadsheet::search {

namespace {

// Words of different fields are never side by side.
constexpr std::uint32_t field_gap = 16;

std::uint64_t varint(const std::string& bytes, std::size_t& at) {
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

// The words of one document in numbers: for each token its term and how far it is from the one
// before; between fields a mark.
enum class Step : std::uint8_t { same_place, next_place, field, far };
constexpr std::uint64_t step_count = 4;

// A term table and what was written with it. Each thread works with one at a time.
class Worker {
  public:
    const std::deque<std::string>& terms() const { return terms_; }

    // Called for every word of a site: one probe of a flat table, and the hash before the text.
    std::uint32_t number_of(std::string_view term) {
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

  private:
    void grow() {
        constexpr std::size_t least = 4096;  // a power of two, as all sizes
        const std::vector<Slot> old =
            std::exchange(slots_, std::vector<Slot>(std::max(least, slots_.size() * 2)));
        for (const Slot& slot : old) {
            if (slot.next_number == 0) continue;
            std::size_t i = slot.hash & (slots_.size() - 1);
            while (slots_[i].next_number != 0) i = (i + 1) & (slots_.size() - 1);
            slots_[i] = slot;
        }
    }

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t next_number = 0;  // the term's and one more; 0 is free
    };

    std::deque<std::string> terms_;
    std::vector<Slot> slots_;
};

struct Added {
    StoredDocument stored;
    std::size_t worker = 0;
    std::string tokens;
    std::array<std::uint32_t, field_count> lengths{};
    std::vector<std::uint32_t> filters;
};

class TokenWriter {
  public:
    TokenWriter(Worker& worker, Added& added) : worker_(worker), added_(added) {}

    void field(Field field, std::string_view text) {
        if (text.empty()) return;
        std::uint32_t last = 0;
        append_varint(added_.tokens, static_cast<std::uint64_t>(field) * step_count +
                                         static_cast<unsigned>(Step::field));
        added_.lengths[static_cast<std::size_t>(field)] += tokenise(text, [&](const Token& token) {
            const std::uint32_t ahead = token.position - last;
            last = token.position;
            const Step step = ahead == 0   ? Step::same_place
                              : ahead == 1 ? Step::next_place
                                           : Step::far;
            append_varint(added_.tokens,
                          worker_.number_of(token.term) * step_count + static_cast<unsigned>(step));
            if (step == Step::far) append_varint(added_.tokens, ahead);
        });
    }

  private:
    Worker& worker_;
    Added& added_;
};

std::string slug_of(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    return std::string(path.substr(path.rfind('/') + 1));
}

// One document's words, gathered by term.
class Gatherer {
  public:
    explicit Gatherer(std::vector<TermPostings>& terms) : terms_(terms), slots_(terms.size(), 0) {}

    void take(std::uint32_t document, const Added& added, const std::vector<std::uint32_t>& numbers,
              const std::array<float, field_count>& averages) {
        found_.clear();
        read(added, numbers);
        for (Found& found : found_) {
            slots_[found.term] = 0;
            float frequency = 0;
            for (std::size_t i = 0; i < field_count; ++i) {
                if (found.counts[i] == 0) continue;
                const auto [weight, share] = field_weights[i];
                const float length = static_cast<float>(added.lengths[i]) / averages[i];
                frequency +=
                    weight * static_cast<float>(found.counts[i]) / (1 - share + share * length);
            }
            terms_[found.term].add(document, impact_of(frequency), found.positions);
        }
        for (const std::uint32_t filter : added.filters)
            terms_[numbers[filter]].add(document, 0, {});
    }

  private:
    struct Found {
        std::uint32_t term = 0;
        std::array<std::uint32_t, field_count> counts{};
        std::vector<std::uint32_t> positions;
    };

    void read(const Added& added, const std::vector<std::uint32_t>& numbers) {
        std::size_t field = 0;
        std::uint32_t position = 0;
        for (std::size_t at = 0; at < added.tokens.size();) {
            const std::uint64_t value = varint(added.tokens, at);
            const auto step = static_cast<Step>(value % step_count);
            if (step == Step::field) {
                field = static_cast<std::size_t>(value / step_count);
                position += field_gap;
                continue;
            }
            if (step == Step::next_place) ++position;
            if (step == Step::far) position += static_cast<std::uint32_t>(varint(added.tokens, at));
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

    std::vector<TermPostings>& terms_;
    std::vector<std::uint32_t> slots_;
    std::vector<Found> found_;
};

}  // namespace

struct IndexBuilder::State {
    std::string language;
    std::size_t text_size = 0;
    std::mutex mutex;
    std::vector<std::unique_ptr<Worker>> workers;
    std::vector<std::size_t> idle;
    std::vector<Added> documents;

    std::size_t take_worker() {
        const std::lock_guard lock(mutex);
        if (idle.empty()) {
            workers.push_back(std::make_unique<Worker>());
            return workers.size() - 1;
        }
        const std::size_t worker = idle.back();
        idle.pop_back();
        return worker;
    }

    void give_back(std::size_t worker, Added added) {
        const std::lock_guard lock(mutex);
        idle.push_back(worker);
        documents.push_back(std::move(added));
    }

    void sort_documents() {
        std::sort(documents.begin(), documents.end(), [](const Added& left, const Added& right) {
            const auto& a = left.stored;
            const auto& b = right.stored;
            if (a.day.has_value() != b.day.has_value()) return a.day.has_value();
            if (a.seconds != b.seconds) return a.seconds > b.seconds;
            return a.path < b.path;
        });
    }

    // All terms of all workers, sorted; `numbers` tells for each worker where its own are among
    // them.
    std::vector<TermPostings> merge_terms(std::vector<std::vector<std::uint32_t>>& numbers) const {
        struct Entry {
            const std::string* term;
            std::string key;  // empty: the term itself
        };
        std::vector<Entry> all;
        for (const auto& worker : workers) {
            for (const std::string& term : worker->terms()) {
                all.push_back({&term, is_folded(term) ? std::string() : fold(term)});
            }
        }
        const auto key = [](const Entry& entry) {
            return std::string_view(entry.key.empty() ? *entry.term : entry.key);
        };
        std::sort(all.begin(), all.end(), [&](const Entry& left, const Entry& right) {
            const int order = key(left).compare(key(right));
            return order != 0 ? order < 0 : *left.term < *right.term;
        });
        std::vector<TermPostings> terms;
        std::unordered_map<std::string_view, std::uint32_t> places;
        for (const Entry& entry : all) {
            if (!terms.empty() && terms.back().term == *entry.term) continue;
            places.emplace(*entry.term, static_cast<std::uint32_t>(terms.size()));
            terms.emplace_back();
            terms.back().term = *entry.term;
            terms.back().key = key(entry);
        }
        for (const auto& worker : workers) {
            std::vector<std::uint32_t>& own = numbers.emplace_back();
            for (const std::string& term : worker->terms()) own.push_back(places.at(term));
        }
        return terms;
    }

    std::array<float, field_count> average_lengths() const {
        std::array<float, field_count> averages{};
        for (std::size_t i = 0; i < field_count; ++i) {
            double sum = 0;
            for (const Added& each : documents) sum += each.lengths[i];
            const double average = sum / static_cast<double>(documents.size());
            averages[i] = static_cast<float>(std::max(average, 1.0));
        }
        return averages;
    }
};

IndexBuilder::IndexBuilder(std::string language, std::size_t documents)
    : state_(std::make_unique<State>()) {
    state_->language = std::move(language);
    state_->text_size = stored_text_size(documents);
}

IndexBuilder::~IndexBuilder() = default;

void IndexBuilder::add(const DocumentText& document) {
    const std::size_t number = state_->take_worker();
    Worker* worker = nullptr;
    {
        const std::lock_guard lock(state_->mutex);
        worker = state_->workers[number].get();
    }
    Added added;
    added.worker = number;
    added.stored = StoredDocument::of(document, state_->text_size);
    TokenWriter writer(*worker, added);
    writer.field(Field::title, document.title);
    writer.field(Field::heading, document.headings);
    const auto filter = [&](Filter kind, const std::string& path) {
        added.filters.push_back(worker->number_of(filter_term(kind, slug_of(path))));
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
    std::sort(added.filters.begin(), added.filters.end());
    added.filters.erase(std::unique(added.filters.begin(), added.filters.end()),
                        added.filters.end());
    state_->give_back(number, std::move(added));
}

std::vector<IndexFile> IndexBuilder::finish() {
    if (state_->documents.empty()) return {};
    state_->sort_documents();
    std::vector<std::vector<std::uint32_t>> numbers;
    std::vector<TermPostings> terms = state_->merge_terms(numbers);
    state_->workers.clear();
    const auto averages = state_->average_lengths();
    Gatherer gatherer(terms);
    std::vector<StoredDocument> stored;
    stored.reserve(state_->documents.size());
    for (std::size_t i = 0; i < state_->documents.size(); ++i) {
        Added& added = state_->documents[i];
        gatherer.take(static_cast<std::uint32_t>(i), added, numbers[added.worker], averages);
        stored.push_back(std::move(added.stored));
        added = {};
    }
    return lay_out_index(state_->language, stored, terms);
}

}  // namespace broadsheet::search
