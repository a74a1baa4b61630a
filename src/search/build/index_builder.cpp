#include "search/build/index_builder.h"

#include <algorithm>
#include <mutex>

#include "search/build/index_layout.h"
#include "search/build/posting_run.h"
#include "search/build/shown_text.h"
#include "search/format/index_files.h"

namespace broadsheet::search {

namespace {

// The newest documents have their own segment, so that a new document changes only the files of
// this small segment. It contains from this many up to twice as many documents. Then they join the
// others.
constexpr std::size_t fresh_documents = 256;
constexpr std::size_t min_documents_for_two = 3 * fresh_documents;

constexpr std::size_t documents_in_run = 1024;
static_assert(position_block % documents_in_run == 0);

// Uses products, because they give the same results on every machine. Logarithms may not.
constexpr double average_step = 1.0905077326652577;  // 2^(1/8)

std::uint8_t step_of(double average) {
    std::uint8_t step = 0;
    for (double each = average_step; each <= average && step < 255; each *= average_step) ++step;
    return step;
}

FieldAverages averages_of(const AverageSteps& steps) {
    FieldAverages averages{};
    for (std::size_t i = 0; i < field_count; ++i) {
        double average = 1;
        for (int step = 0; step < steps[i]; ++step) average *= average_step;
        averages[i] = static_cast<float>(average);
    }
    return averages;
}

class Hash {
  public:
    void add(std::uint64_t value) {
        for (int i = 0; i < 8; ++i) {
            hash_ ^= value & 255U;
            hash_ *= 0x100000001B3ULL;
            value >>= 8U;
        }
    }
    std::uint64_t take() const { return hash_ | 1U; }

  private:
    std::uint64_t hash_ = 0xCBF29CE484222325ULL;
};

struct RunPlace {
    std::size_t first = 0;  // in document order
    std::size_t end = 0;
    strings::SharedBytes bytes;  // empty: not yet made
    bool is_own = true;          // false: another machine makes it
};

}  // namespace

void one_after_another(std::size_t count, const std::function<void(std::size_t)>& call) {
    for (std::size_t i = 0; i < count; ++i) call(i);
}

struct IndexBuilder::State {
    std::string language;
    std::vector<DocumentHead> documents;
    KnownPostingRuns& known;
    ByteStorage storage;
    std::vector<std::size_t> order;    // document by stored number
    std::vector<std::size_t> numbers;  // stored number by document
    std::size_t text_size = 0;
    std::size_t base_end = 0;  // number of the first fresh document
    std::vector<RunPlace> runs;
    std::vector<DocumentWords> words;  // by number
    std::vector<char> is_added;        // by number
    AverageSteps averages{};

    std::mutex mutex;
    std::vector<std::unique_ptr<TermTable>> tables;
    std::vector<std::size_t> idle;

    State(std::string site_language, std::vector<DocumentHead> heads, KnownPostingRuns& known_runs,
          RunShare share, ByteStorage byte_storage)
        : language(std::move(site_language)),
          documents(std::move(heads)),
          known(known_runs),
          storage(std::move(byte_storage)) {
        text_size = shown_texts(documents.size()).size;
        words.resize(documents.size());
        is_added.resize(documents.size());
        const std::size_t dated = sort_documents();
        if (dated >= min_documents_for_two) {
            base_end = (dated / fresh_documents - 1) * fresh_documents;
        }
        cut_runs(0, base_end);
        cut_runs(base_end, documents.size());
        for (std::size_t i = 0; i < runs.size(); ++i) {
            runs[i].is_own = i % share.count == share.number;
        }
        averages = known.averages;
        for (RunPlace& run : runs) {
            const auto found = known.runs.find(key_of(run));
            if (found != known.runs.end()) run.bytes = found->second;
        }
    }

    // Sorts the dated documents from the oldest, then the others. Returns the number of dated ones.
    std::size_t sort_documents() {
        struct Sorted {
            bool dated = false;
            std::int64_t seconds = 0;
            std::size_t document = 0;
        };
        std::vector<Sorted> all;
        std::size_t dated = 0;
        for (std::size_t i = 0; i < documents.size(); ++i) {
            Sorted each{documents[i].date.has_value(), 0, i};
            if (const auto& date = documents[i].date) {
                // Sorts by local time, so that the order matches the dates shown.
                each.seconds = model::days_since_epoch(date->day) * 86400 + date->hour * 3600 +
                               date->minute * 60 + date->second;
                ++dated;
            }
            all.push_back(each);
        }
        std::sort(all.begin(), all.end(), [&](const Sorted& left, const Sorted& right) {
            if (left.dated != right.dated) return left.dated;
            if (left.seconds != right.seconds) return left.seconds < right.seconds;
            const int paths = documents[left.document].path.compare(documents[right.document].path);
            return left.dated ? paths > 0 : paths < 0;
        });
        numbers.resize(documents.size());
        for (const Sorted& each : all) {
            numbers[each.document] = order.size();
            order.push_back(each.document);
        }
        return dated;
    }

    void cut_runs(std::size_t first, std::size_t end) {
        for (; first < end; first += documents_in_run) {
            runs.push_back({first, std::min(first + documents_in_run, end), {}, true});
        }
    }

    const RunPlace& run_of(std::size_t number) const {
        const auto after =
            std::upper_bound(runs.begin(), runs.end(), number,
                             [](std::size_t at, const RunPlace& run) { return at < run.first; });
        return *(after - 1);
    }

    // The key of a run; 0 if a fingerprint is unknown.
    std::uint64_t key_of(const RunPlace& run) const {
        Hash hash;
        hash.add(text_size);
        for (const std::uint8_t step : averages) hash.add(step);
        for (std::size_t i = run.first; i < run.end; ++i) {
            const std::uint64_t fingerprint = documents[order[i]].fingerprint;
            if (fingerprint == 0) return 0;
            hash.add(fingerprint);
        }
        return hash.take();
    }

    std::size_t take_table() {
        const std::lock_guard lock(mutex);
        if (idle.empty()) {
            tables.push_back(std::make_unique<TermTable>());
            return tables.size() - 1;
        }
        const std::size_t table = idle.back();
        idle.pop_back();
        return table;
    }

    AverageSteps steps_now() const {
        std::array<double, field_count> sums{};
        for (const RunPlace& run : runs) {
            FieldLengths lengths{};
            if (!run.bytes.empty()) {
                lengths = PostingRunReader(run.bytes.view()).lengths();
            } else {
                for (std::size_t i = run.first; i < run.end; ++i) {
                    for (std::size_t j = 0; j < field_count; ++j) lengths[j] += words[i].lengths[j];
                }
            }
            for (std::size_t j = 0; j < field_count; ++j) {
                sums[j] += static_cast<double>(lengths[j]);
            }
        }
        AverageSteps steps{};
        for (std::size_t j = 0; j < field_count; ++j) {
            steps[j] = step_of(sums[j] / static_cast<double>(documents.size()));
        }
        return steps;
    }

    void make_runs(const ForEach& for_each) {
        std::vector<const TermTable*> all;
        for (const auto& table : tables) all.push_back(table.get());
        const TermOrder terms = TermOrder::of(all);
        const FieldAverages lengths = averages_of(averages);
        for_each(runs.size(), [&](std::size_t i) {
            RunPlace& run = runs[i];
            if (!run.bytes.empty() || !run.is_own) return;
            std::vector<const DocumentWords*> chosen;
            for (std::size_t j = run.first; j < run.end; ++j) chosen.push_back(&words[j]);
            run.bytes = storage.keep(write_posting_run(chosen, terms, lengths));
            for (std::size_t j = run.first; j < run.end; ++j) words[j] = {};
            storage.release();
        });
        tables.clear();
    }

    void keep_runs() {
        known.runs.clear();
        known.averages = averages;
        for (const RunPlace& run : runs) {
            const std::uint64_t key = key_of(run);
            if (key != 0 && !run.bytes.empty()) known.runs[key] = run.bytes;
        }
    }
};

IndexBuilder::IndexBuilder(std::string language, std::vector<DocumentHead> documents,
                           KnownPostingRuns& known, RunShare share, ByteStorage storage)
    : state_(std::make_unique<State>(std::move(language), std::move(documents), known, share,
                                     std::move(storage))) {}

IndexBuilder::~IndexBuilder() = default;

bool IndexBuilder::wants(std::size_t number) const {
    const std::size_t place = state_->numbers[number];
    return state_->is_added[place] == 0 && state_->run_of(place).bytes.empty();
}

void IndexBuilder::add(std::size_t number, const DocumentText& document) {
    const std::size_t place = state_->numbers[number];
    if (!state_->run_of(place).is_own) {
        TermTable passing;
        state_->words[place].lengths =
            DocumentWords::of(document, passing, state_->text_size, {}).lengths;
        state_->is_added[place] = 1;
        return;
    }
    const std::size_t table = state_->take_table();
    TermTable* own = nullptr;
    {
        const std::lock_guard lock(state_->mutex);
        own = state_->tables[table].get();
    }
    state_->words[place] = DocumentWords::of(document, *own, state_->text_size, state_->storage);
    state_->words[place].table = table;
    state_->is_added[place] = 1;
    const std::lock_guard lock(state_->mutex);
    state_->idle.push_back(table);
}

bool IndexBuilder::settle() {
    if (state_->documents.empty()) return true;
    const AverageSteps steps = state_->steps_now();
    if (steps == state_->averages) return true;
    state_->averages = steps;
    bool all_there = true;
    for (RunPlace& run : state_->runs) {
        all_there = all_there && run.bytes.empty();
        run.bytes = {};
    }
    return all_there;
}

void IndexBuilder::finish_share(const ForEach& for_each) {
    state_->make_runs(for_each);
    state_->keep_runs();
}

std::optional<IndexFile> IndexBuilder::finish(const WriteIndexFile& write,
                                              const ForEach& for_each) {
    if (state_->documents.empty()) return std::nullopt;
    state_->make_runs(for_each);
    state_->keep_runs();
    IndexContent content;
    content.language = state_->language;
    for (const std::size_t document : state_->order) {
        content.documents.push_back(&state_->documents[document]);
    }
    for (const RunPlace& run : state_->runs) {
        if (run.first == 0 || run.first == state_->base_end) {
            content.segments.push_back({static_cast<std::uint32_t>(run.first), 0, {}});
        }
        content.segments.back().end = static_cast<std::uint32_t>(run.end);
        content.segments.back().runs.push_back(run.bytes.view());
        const PostingRunReader reader(run.bytes.view());
        content.texts.insert(content.texts.end(), reader.texts().begin(), reader.texts().end());
    }
    content.release = state_->storage.release;
    return lay_out_index(content, for_each, write);
}

}  // namespace broadsheet::search
