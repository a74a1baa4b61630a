#include "bundle/read/member_reader.h"

#include <algorithm>

#include "bundle/format/wire.h"

namespace broadsheet::bundle {

using model::TermReference;

void RowReader::target(std::string& value) {
    text(value);
    if (!model::is_safe_target(value)) value.clear();
}

int MemberReader::whole_number(const char* key, const Limits& limits) const {
    return object_.member(key).number(limits.usual, limits.min, limits.max);
}

void MemberReader::text(const char* key, std::string& value, Presence) {
    value = object_.member(key).text();
}

void MemberReader::text(const char* key, std::string& value, const std::string& usual) {
    const JsonValue member = object_.member(key);
    value = member.exists() ? member.text() : usual;
}

void MemberReader::target(const char* key, std::string& value, Presence) {
    text(key, value);
    if (!model::is_safe_target(value)) value.clear();
}

void MemberReader::date(const char* key, std::optional<model::Date>& value) {
    value = model::parse_date(object_.member(key).text());
}

void MemberReader::date(const char* key, model::Date& value) {
    value = model::parse_date(object_.member(key).text()).value_or(model::Date());
}

void MemberReader::texts(const char* key, std::vector<std::string>& values) {
    for (const JsonValue value : object_.member(key)) values.push_back(value.text());
}

void MemberReader::texts(const char* key, std::map<std::string, std::string>& values) {
    for (const auto& [name, value] : object_.member(key).members()) values[name] = value.text();
}

void MemberReader::terms(const char* key, std::vector<TermReference>& values) {
    for (const JsonValue number : object_.member(key)) {
        const int index = number.number(-1);
        if (index >= 0 && static_cast<std::size_t>(index) < terms_->size()) {
            values.push_back((*terms_)[static_cast<std::size_t>(index)]);
        }
    }
}

void MemberReader::term(const char* key, TermReference& value) {
    std::vector<TermReference> values;
    terms(key, values);
    if (!values.empty()) value = std::move(values.front());
}

void MemberReader::expand_path(const char* key, model::ArticleSummary& summary) {
    const JsonValue path = object_.member(key);
    if (!path.exists()) {
        if (!summary.title.empty()) summary.path = default_path(summary.title, summary.date.day);
    } else if (std::string text = path.text(); !text.empty()) {
        summary.path = full_path(text, summary.title, summary.date.day);
    }
}

// Reads `[title, path]`, or `[title, path of the day, path]` if the day is not `day`.
void MemberReader::neighbour(const char* key, std::optional<TermReference>& value, model::Day day) {
    const JsonValue row = object_.member(key);
    if (!row.is_array()) return;
    std::string path = row[1].text();
    if (row.size() > 2) {
        std::string text = path.substr(0, path.size() - (path.ends_with('/') ? 1 : 0));
        std::replace(text.begin(), text.end(), '/', '-');
        const auto date = model::parse_date(std::string_view(text).substr(text.empty() ? 0 : 1));
        if (!date) return;
        day = date->day;
        path = row[2].text();
    }
    const std::string title = row[0].text();
    value = TermReference{title, full_path(path, title, day)};
}

void MemberReader::nodes(const char* key, std::vector<model::Node>& values, Presence) {
    values = read_nodes(object_.member(key));
}

}  // namespace broadsheet::bundle
