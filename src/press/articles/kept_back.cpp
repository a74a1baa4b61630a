#include "press/articles/kept_back.h"

#include <array>
#include <string>

#include "strings/ascii.h"
#include "strings/one_of.h"

namespace broadsheet::press {

namespace {

bool is(const Value& table, std::string_view name, bool wanted) {
    const Value* value = table.find(name);
    return value != nullptr && value->kind == ValueKind::boolean && value->boolean == wanted;
}

}  // namespace

KeptBack kept_back(const Value& table, Generator generator) {
    // Of WordPress, Ghost, Pelican, and of tools that export notes.
    static constexpr auto not_for_all =
        std::to_array<std::string_view>({"draft", "private", "pending", "trash", "skip", "members",
                                         "paid", "tiers", "unpublished"});
    KeptBack result;
    for (const std::string_view name : {"status", "visibility"}) {
        const Value* value = table.find(name);
        if (value == nullptr) continue;
        const std::string text = strings::lower_ascii(value->text);
        if (strings::is_one_of(not_for_all, text)) result.draft = true;
        if (text == "hidden" || text == "unlisted") result.unlisted = true;
    }
    // Jekyll's `published` is a boolean, Hugo's is a date.
    const bool is_draft =
        is(table, "published", false) || is(table, "publish", false) || is(table, "private", true);
    if (is_draft) result.draft = true;
    if (is(table, "unlisted", true) || is(table, "eleventyexcludefromcollections", true)) {
        result.unlisted = true;
    }
    if (generator == Generator::plain && is(table, "permalink", false)) result.hidden = true;
    return result;
}

}  // namespace broadsheet::press
