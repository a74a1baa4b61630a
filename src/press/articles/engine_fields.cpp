#include "press/articles/engine_fields.h"

#include <algorithm>
#include <string_view>

#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

bool is_said(const Value* value, bool wanted) {
    if (value == nullptr) return false;
    if (value->kind == ValueKind::boolean) return value->boolean == wanted;
    return strings::lower_ascii(value->text) == (wanted ? "true" : "false");
}

// "noindex, follow", or "none", which means the same to search engines.
bool forbids_index(std::string_view text) {
    const std::string lower = strings::lower_ascii(text);
    return lower.find("noindex") != std::string::npos || strings::trimmed(lower) == "none";
}

bool forbids_index(const Value& table) {
    for (const std::string_view name : {"noindex", "no_index", "robotsnoindex", "meta_noindex"}) {
        if (is_said(table.find(name), true)) return true;
    }
    const Value* robots = table.find("robots");
    if (robots == nullptr) return false;
    return forbids_index(robots->text) || is_said(robots->find("noindex"), true) ||
           is_said(robots->find("index"), false) ||
           std::any_of(robots->items.begin(), robots->items.end(),
                       [](const Value& item) { return forbids_index(item.text); });
}

bool forbids_sitemap(const Value& table) {
    const Value* sitemap = table.find("sitemap");
    if (is_said(sitemap, false) || is_said(table.find("sitemap_exclude"), true)) return true;
    if (sitemap == nullptr) return false;
    for (const std::string_view name : {"disable", "exclude", "ignore"}) {
        if (is_said(sitemap->find(name), true)) return true;
    }
    return false;
}

void read_canonical(FieldReader& reader, EngineFields& fields) {
    const Value* value =
        reader.find({"canonical", "canonical_url", "canonicalurl", "canonical_link"});
    if (value == nullptr || value->kind != ValueKind::text || !fields.canonical.empty()) return;
    const std::string address(strings::trimmed(value->text));
    const std::string start = strings::lower_ascii(address.substr(0, 8));
    const bool is_path = start.starts_with('/') && !start.starts_with("//");
    const bool is_web = start.starts_with("https://") || start.starts_with("http://");
    const bool is_clean = std::none_of(address.begin(), address.end(), [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '<' || c == '>';
    });
    if (address.empty()) return;
    if ((is_path || is_web) && is_clean) {
        fields.canonical = address;
        return;
    }
    reader.warning(*value, "the canonical address \"" + address + "\" is none, so it has no effect",
                   "write a whole address such as https://example.org/lake/, or a path of the site "
                   "such as /lake/");
}

}  // namespace

EngineFields read_engine_fields(const Value& table, FieldReader& reader) {
    EngineFields fields;
    read_canonical(reader, fields);
    fields.indexed = !forbids_index(table);
    fields.in_sitemap = !forbids_sitemap(table);
    return fields;
}

}  // namespace broadsheet::press
