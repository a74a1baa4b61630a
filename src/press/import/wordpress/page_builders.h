// The shortcodes of page builders and themes (WPBakery, Divi, Avada, Shortcodes Ultimate; columns,
// tabs, buttons), which hold texts, links and pictures in attributes.
#pragma once

#include <string>
#include <string_view>

#include "press/import/texts/imported_text.h"
#include "press/import/wordpress/shortcode.h"

namespace broadsheet::press {

// Shortcodes of builders begin a block of their own. Those with usual names, such as [button] and
// [box], may also stand within a line.
enum class BuilderKind { none, builder, usual_name };
BuilderKind builder_kind(std::string_view name);

// What a shortcode says by itself.
struct BuiltPart {
    std::string html;         // headings, paragraphs, links and pictures; may be empty
    bool has_inner = false;   // what the shortcode encloses is in it
    bool is_unknown = false;  // it has content that only its plug-in can show
};

// `inner` is what the shortcode encloses; empty if it encloses nothing.
BuiltPart built_part(const Shortcode& code, std::string_view inner, const TextContext& context);

// The link of a button within a line; empty for other shortcodes.
std::string built_link(const Shortcode& code, std::string_view inner);

}  // namespace broadsheet::press
