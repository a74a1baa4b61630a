#include "search/answer/answer.h"

#include <algorithm>

namespace broadsheet::search {

namespace {

// Fields end with U+001F and follow the order of the structs' members. Lists begin with their
// length.
constexpr char field_end = '\x1f';
constexpr std::uint32_t longest_list = 1000;

class Writer {
  public:
    void text(std::string_view value) {
        // Removes U+001F from texts of the index or the user, so that they cannot end a field.
        for (const char c : value) {
            if (c != field_end) out_ += c;
        }
        out_ += field_end;
    }
    void number(std::uint64_t value) { text(std::to_string(value)); }
    std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

class Reader {
  public:
    explicit Reader(std::string_view text) : rest_(text) {}

    std::string text() {
        const std::size_t end = std::min(rest_.find(field_end), rest_.size());
        std::string value(rest_.substr(0, end));
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return value;
    }
    std::uint32_t number() {
        std::uint32_t value = 0;
        for (const char c : text()) {
            if (c < '0' || c > '9') return 0;
            value = value * 10 + static_cast<std::uint32_t>(c - '0');
        }
        return value;
    }
    std::uint32_t length() { return rest_.empty() ? 0 : std::min(number(), longest_list); }
    Request request() {
        Request request;
        request.query = text();
        request.first = number();
        request.count = number();
        request.order = number() == 1 ? Order::date : Order::relevance;
        request.typing = number() != 0;
        request.facets = number() != 0;
        return request;
    }

  private:
    std::string_view rest_;
};

void write_hits(Writer& out, const std::vector<Hit>& hits) {
    out.number(hits.size());
    for (const Hit& hit : hits) {
        out.text(hit.path);
        out.text(hit.title);
        out.text(hit.excerpt);
        const model::Day day = hit.day.value_or(model::Day{0, 0, 0});
        out.number(static_cast<unsigned>(day.year * 10000 + day.month * 100 + day.day));
        out.number(hit.categories.size());
        for (const std::string& category : hit.categories) out.text(category);
    }
}

void read_hits(Reader& in, std::vector<Hit>& hits) {
    hits.resize(in.length());
    for (Hit& hit : hits) {
        hit.path = in.text();
        hit.title = in.text();
        hit.excerpt = in.text();
        const auto day = static_cast<int>(in.number());
        const model::Day known{day / 10000, day / 100 % 100, day % 100};
        if (model::is_valid(known)) hit.day = known;
        hit.categories.resize(in.length());
        for (std::string& category : hit.categories) category = in.text();
    }
}

void write_facets(Writer& out, const std::vector<Facet>& facets) {
    out.number(facets.size());
    for (const Facet& facet : facets) {
        out.text(facet.name);
        out.text(facet.filter);
        out.number(facet.documents);
    }
}

void read_facets(Reader& in, std::vector<Facet>& facets) {
    facets.resize(in.length());
    for (Facet& facet : facets) {
        facet.name = in.text();
        facet.filter = in.text();
        facet.documents = in.number();
    }
}

}  // namespace

std::string write_request(const Request& request) {
    Writer out;
    out.text(request.query);
    out.number(request.first);
    out.number(request.count);
    out.number(static_cast<unsigned>(request.order));
    out.number(request.typing ? 1 : 0);
    out.number(request.facets ? 1 : 0);
    return out.take();
}

std::string write_answer(const Answer& answer) {
    Writer out;
    out.number(static_cast<unsigned>(answer.outcome));
    out.number(answer.total);
    out.number(answer.relaxed ? 1 : 0);
    out.text(answer.understood);
    write_hits(out, answer.hits);
    write_hits(out, answer.others);
    write_facets(out, answer.years);
    write_facets(out, answer.categories);
    write_facets(out, answer.tags);
    return write_request(answer.request) + out.take();
}

Request read_request(std::string_view text) { return Reader(text).request(); }

Answer read_answer(std::string_view text) {
    Reader in(text);
    Answer answer;
    answer.request = in.request();
    answer.outcome = static_cast<Outcome>(std::min(in.number(), 2U));
    answer.total = in.number();
    answer.relaxed = in.number() != 0;
    answer.understood = in.text();
    read_hits(in, answer.hits);
    read_hits(in, answer.others);
    read_facets(in, answer.years);
    read_facets(in, answer.categories);
    read_facets(in, answer.tags);
    return answer;
}

}  // namespace broadsheet::search
