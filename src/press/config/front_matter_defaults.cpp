#include "press/config/front_matter_defaults.h"

#include <fnmatch.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "strings/ascii.h"
#include "strings/letters.h"

namespace broadsheet::press {

namespace {

// The positions refer to a file other than the one that the values are used in.
void forget_positions(Value& value) {
    value.position = {};
    for (Value& item : value.items) forget_positions(item);
    for (Value& member : value.members) forget_positions(member);
}

void add(std::string path, std::string type, Value values,
         std::vector<FrontMatterDefaults>& defaults) {
    while (path.starts_with('/')) path.erase(0, 1);
    while (path.ends_with('/')) path.pop_back();
    forget_positions(values);
    defaults.push_back({std::move(path), std::move(type), std::move(values)});
}

void add_pattern(const std::string& pattern, const std::string& type, const Value& values,
                 std::vector<FrontMatterDefaults>& defaults) {
    add(strings::lower_letters(pattern), type, values, defaults);
    defaults.back().of_pages = true;
}

// True if a pattern of Hugo's fits a whole text.
bool fits(std::string_view pattern, std::string_view text) {
    while (!pattern.empty() && pattern.front() != '*') {
        if (text.empty() ||
            (pattern.front() == '?' ? text.front() == '/' : pattern.front() != text.front())) {
            return false;
        }
        pattern.remove_prefix(1);
        text.remove_prefix(1);
    }
    if (pattern.empty()) return text.empty();
    const bool across = pattern.starts_with("**");
    const std::string_view rest =
        pattern.substr(std::min(pattern.find_first_not_of('*'), pattern.size()));
    for (std::size_t skipped = 0;; ++skipped) {
        if (fits(rest, text.substr(skipped))) return true;
        if (skipped == text.size() || (!across && text[skipped] == '/')) return false;
    }
}

// The path of the page that a file is: "posts/a" for posts/a.md, posts/a.de.md and
// posts/a/index.md.
std::string page_of(std::string_view path, bool has_language) {
    const auto name = path.rfind('/') + 1;  // 0 if there is no '/'
    for (int endings = has_language ? 2 : 1; endings > 0; --endings) {
        const auto dot = path.rfind('.');
        if (dot != std::string_view::npos && dot > name) path = path.substr(0, dot);
    }
    const std::string_view stem = path.substr(name);
    if (stem == "index" || stem == "_index") path = path.substr(0, name == 0 ? 0 : name - 1);
    std::string page = strings::lower_letters(path);
    std::replace(page.begin(), page.end(), ' ', '-');
    return page;
}

// A file, and the pages that it may be.
struct NamedFile {
    const std::string& path;
    std::string page;
    std::string page_in_language;  // if its name has a language
};

bool applies_to(const FrontMatterDefaults& each, const NamedFile& file, std::string_view type) {
    const std::string& path = file.path;
    if (!each.type.empty() && each.type != type && !(each.type == "posts" && type == "drafts")) {
        return false;
    }
    if (each.of_pages) {
        return fits(each.path, file.page) || fits(each.path, file.page_in_language);
    }
    if (each.path.empty() || path == each.path || path.starts_with(each.path + "/")) return true;
    if (each.path.find_first_of("*?[") == std::string::npos) return false;
    // A pattern may match any folder above the file.
    for (auto end = path.size(); end != std::string::npos && end > 0;
         end = path.rfind('/', end - 1)) {
        if (fnmatch(each.path.c_str(), path.substr(0, end).c_str(), 0) == 0) return true;
    }
    return false;
}

void add_missing(Value& to, const Value& from) {
    for (const Value& member : from.members) {
        const auto found = std::find_if(
            to.members.begin(), to.members.end(),
            [&](const Value& own) { return equal_ignoring_case(own.name, member.name); });
        if (found == to.members.end()) {
            to.members.push_back(member);
        } else if (found->kind == ValueKind::table && member.kind == ValueKind::table) {
            add_missing(*found, member);
        }
    }
}

// The items of a list. A text is a list of words.
std::vector<Value> items_of(const Value& list) {
    if (list.kind == ValueKind::list) return list.items;
    std::vector<Value> items;
    for (std::size_t at = 0; at < list.text.size();) {
        const std::size_t end = std::min(list.text.find(' ', at), list.text.size());
        if (end > at) {
            Value& item = items.emplace_back(list);
            item.text = list.text.substr(at, end - at);
        }
        at = end + 1;
    }
    return items;
}

// Puts the categories of the defaults that come first before those of the article.
void join_categories(Value& front_matter, const std::vector<const FrontMatterDefaults*>& chosen) {
    const auto is_categories = [](const Value& member) {
        return equal_ignoring_case(member.name, "categories");
    };
    auto& own = front_matter.members;
    const auto categories = std::find_if(own.begin(), own.end(), is_categories);
    if (categories == own.end()) return;
    for (const FrontMatterDefaults* each : chosen) {
        const auto& members = each->values.members;
        const auto usual = std::find_if(members.begin(), members.end(), is_categories);
        if (!each->joins_categories || usual == members.end()) continue;
        std::vector<Value> all = items_of(*usual);
        for (Value& item : items_of(*categories)) {
            const bool is_there = std::any_of(all.begin(), all.end(), [&](const Value& known) {
                return known.text == item.text;
            });
            if (!is_there) all.push_back(std::move(item));
        }
        categories->kind = ValueKind::list;
        categories->text.clear();
        categories->items = std::move(all);
        return;
    }
}

// The values of a `cascade` block without the member that selects its pages.
Value without_target(const Value& block) {
    Value values = block;
    std::erase_if(values.members, [](const Value& member) {
        return equal_ignoring_case(member.name, "_target") ||
               equal_ignoring_case(member.name, "target");
    });
    return values;
}

// "/a/x" and "/b/x" for "/{a,b}/x".
std::vector<std::string> alternatives_of(const std::string& pattern) {
    const auto open = pattern.rfind('{');
    const auto close = open == std::string::npos ? open : pattern.find('}', open);
    // Their numbers multiply.
    constexpr std::size_t longest = 300;
    constexpr std::ptrdiff_t most = 3;
    if (close == std::string::npos || pattern.size() > longest ||
        std::count(pattern.begin(), pattern.end(), '{') > most) {
        return {pattern};
    }
    std::vector<std::string> all;
    for (std::size_t start = open + 1; start <= close;) {
        const std::size_t end = std::min(pattern.find(',', start), close);
        std::string one = pattern.substr(0, open) + pattern.substr(start, end - start) +
                          pattern.substr(close + 1);
        for (std::string& each : alternatives_of(one)) all.push_back(std::move(each));
        start = end + 1;
    }
    return all;
}

// The usual environment of Hugo's builds.
constexpr std::string_view environment = "production";

void read_cascade_block(const Value& block, const std::string& folder,
                        std::vector<FrontMatterDefaults>& defaults) {
    if (block.kind != ValueKind::table) return;
    const Value* target = block.find("_target");
    if (target == nullptr) target = block.find("target");
    const Value values = without_target(block);
    if (target == nullptr || target->kind != ValueKind::table) {
        return add(folder, {}, values, defaults);
    }
    std::string pattern;
    std::vector<std::string> types = {""};
    for (const Value& member : target->members) {
        const std::string name = strings::lower_ascii(member.name);
        if (name == "path") {
            pattern = member.text;
        } else if (name == "environment") {
            if (!fits(member.text, environment)) return;
        } else if (name == "kind") {
            types.clear();
            for (const std::string& kind : alternatives_of(member.text)) {
                if (fits(kind, "page")) types.emplace_back("pages");
                if (fits(kind, "section")) types.emplace_back("sections");
            }
        } else {
            return;  // blocks for a language are ignored
        }
    }
    for (const std::string& type : types) {
        if (pattern.empty()) add(folder, type, values, defaults);
        for (const std::string& one : alternatives_of(pattern)) {
            if (one.empty()) continue;
            add_pattern(one, type, values, defaults);
        }
    }
}

}  // namespace

void read_jekyll_defaults(const Value& config, std::vector<FrontMatterDefaults>& defaults) {
    const Value* list = config.find("defaults");
    if (list == nullptr) return;
    for (const Value& item : list->items) {
        const Value* scope = item.find("scope");
        const Value* values = item.find("values");
        if (scope == nullptr || values == nullptr || values->kind != ValueKind::table) continue;
        Value kept = *values;
        // Named styles such as "pretty" only apply to the whole site.
        std::erase_if(kept.members, [](const Value& member) {
            return equal_ignoring_case(member.name, "permalink") &&
                   member.text.find_first_of(":/") == std::string::npos;
        });
        add(text_member(*scope, "path"), text_member(*scope, "type"), std::move(kept), defaults);
        defaults.back().joins_categories = true;
    }
}

void read_cascade(const Value& table, const std::string& folder,
                  std::vector<FrontMatterDefaults>& defaults) {
    const Value* cascade = table.find("cascade");
    if (cascade == nullptr) return;
    read_cascade_block(*cascade, folder, defaults);
    for (const Value& block : cascade->items) read_cascade_block(block, folder, defaults);
}

std::string read_hugo_permalinks(const Value& table,
                                 const std::vector<std::pair<std::string, std::string>>& folders,
                                 std::vector<FrontMatterDefaults>& defaults) {
    const Value* permalinks = table.find("permalinks");
    if (permalinks == nullptr || permalinks->kind != ValueKind::table) return {};
    const Value* pages = permalinks->find("page");
    const bool grouped = pages != nullptr && pages->kind == ValueKind::table;
    bool has_pattern = false;
    for (const Value& pattern : (grouped ? pages : permalinks)->members) {
        if (!pattern.is_scalar() || pattern.text.find_first_of(":/") == std::string::npos) continue;
        has_pattern = true;
        Value values;
        values.kind = ValueKind::table;
        values.members.push_back(pattern);
        values.members.back().name = "permalink";
        // Sections are named as their addresses are. "/" is not their parent, but that of the pages
        // beside them.
        std::string section = pattern.name;
        while (section.starts_with('/')) section.erase(0, 1);
        while (section.ends_with('/')) section.pop_back();
        const std::string all = section.empty() ? "*" : section + "/**";
        add_pattern(all, "pages", values, defaults);
        for (const auto& folder : folders) {
            add_pattern(folder.first + all, "pages", values, defaults);
        }
    }
    return has_pattern ? "/:sections/:slugorcontentbasename/" : std::string();
}

std::vector<ListPermalink> read_list_permalinks(const Value& table) {
    std::vector<ListPermalink> all;
    const Value* permalinks = table.find("permalinks");
    if (permalinks == nullptr) return all;
    for (const char* kind : {"section", "taxonomy", "term"}) {
        const Value* patterns = permalinks->find(kind);
        if (patterns == nullptr) continue;
        for (const Value& each : patterns->members) all.push_back({kind, each.name, each.text});
    }
    // Patterns that are not grouped are also those of terms.
    for (const Value& each : permalinks->members) {
        if (each.is_scalar()) all.push_back({"term", each.name, each.text});
    }
    return all;
}

void add_defaults(Value& front_matter, const std::string& path, std::string_view type,
                  const std::vector<FrontMatterDefaults>& defaults) {
    if (defaults.empty()) return;
    const NamedFile file{path, page_of(path, false), page_of(path, true)};
    std::vector<const FrontMatterDefaults*> chosen;
    for (const FrontMatterDefaults& each : defaults) {
        if (applies_to(each, file, type)) chosen.push_back(&each);
    }
    std::reverse(chosen.begin(), chosen.end());
    std::stable_sort(chosen.begin(), chosen.end(), [](const auto* left, const auto* right) {
        return std::tuple(left->path.size(), !left->type.empty()) >
               std::tuple(right->path.size(), !right->type.empty());
    });
    join_categories(front_matter, chosen);
    for (const FrontMatterDefaults* each : chosen) add_missing(front_matter, each->values);
}

std::string text_of(const std::vector<FrontMatterDefaults>& defaults) {
    std::string text;
    for (const FrontMatterDefaults& each : defaults) {
        text += each.path + '\n' + each.type + '\n' + json_of(each.values) + '\n';
        if (each.of_pages) text += "pages\n";
    }
    return text;
}

}  // namespace broadsheet::press
