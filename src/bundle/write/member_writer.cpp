#include "bundle/write/member_writer.h"

#include <algorithm>

#include "addresses/paths.h"
#include "bundle/format/wire.h"
#include "bundle/write/write_document.h"

namespace broadsheet::bundle {

using model::TermReference;

namespace {

// The day in a path such as "/2025/07/14/title/".
std::optional<model::Day> day_of_path(std::string_view path) {
    constexpr std::size_t length = std::string_view("/2025/07/14/").size();
    if (path.size() <= length || path[5] != '/' || path[8] != '/') return std::nullopt;
    std::string text(path.substr(1, length - 2));
    std::replace(text.begin(), text.end(), '/', '-');
    const auto date = model::parse_date(text);
    if (!date || addresses::day_path(date->day) != path.substr(0, length)) return std::nullopt;
    return date->day;
}

}  // namespace

void MemberWriter::begin(const char* key) {
    if (terms_ == nullptr && !wrote_) out_.open_object();
    wrote_ = true;
    out_.key(key);
}

void MemberWriter::date(const char* key, const std::optional<model::Date>& value) {
    if (value) member(key, model::format_rfc3339(*value));
}

void MemberWriter::date(const char* key, const model::Date& value) {
    if (value != model::Date{}) member(key, model::format_rfc3339(value));
}

void MemberWriter::texts(const char* key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    begin(key);
    out_.open_array();
    for (const std::string& value : values) out_.text(value);
    out_.close_array();
}

void MemberWriter::texts(const char* key, const std::map<std::string, std::string>& values) {
    if (values.empty()) return;
    begin(key);
    out_.open_object();
    for (const auto& [name, value] : values) out_.member(name, value);
    out_.close_object();
}

void MemberWriter::terms(const char* key, const std::vector<TermReference>& values) {
    if (values.empty()) return;
    begin(key);
    out_.open_array();
    for (const TermReference& value : values) out_.number(terms_->number(value));
    out_.close_array();
}

void MemberWriter::term(const char* key, const TermReference& value) {
    begin(key);
    out_.open_array();
    out_.number(terms_->number(value));
    out_.close_array();
}

void MemberWriter::path(const char* key, const model::ArticleSummary& summary) {
    const model::Day day = summary.date.day;
    if (summary.path == default_path(summary.title, day)) return;
    member(key, short_path(summary.path, summary.title, day));
}

// Most paths are below that of their day, and most neighbours are of the same day.
void MemberWriter::neighbour(const char* key, const std::optional<TermReference>& value,
                             model::Day day) {
    if (!value) return;
    begin(key);
    out_.open_array();
    out_.text(value->name);
    const auto own = day_of_path(value->path);
    if (own && *own != day) out_.text(addresses::day_path(*own));
    out_.text(short_path(value->path, value->name, own.value_or(day)));
    out_.close_array();
}

void MemberWriter::nodes(const char* key, const std::vector<model::Node>& values,
                         Presence presence) {
    if (values.empty() && presence != Presence::always) return;
    begin(key);
    write_nodes(out_, values);
}

}  // namespace broadsheet::bundle
