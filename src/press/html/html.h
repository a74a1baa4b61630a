// Converts HTML to a Document by an allow-list. Elements with a counterpart in the model become
// nodes. Elements that run scripts, load resources or ask for input are dropped with their content.
// All other elements are replaced by their content. See html_elements.h.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "model/document.h"

namespace broadsheet::press {

// Attributes that markdown_to_html adds for properties that HTML cannot express. They are harmless
// in an author's HTML.
inline constexpr const char* tight_attribute = "data-tight";
inline constexpr const char* task_attribute = "data-task";
inline constexpr const char* info_attribute = "data-info";

// A document, and the names of the elements that were dropped with their content.
struct CleanedHtml {
    model::Document document;
    std::set<std::string> dropped_elements;
};

// True if parsing could take too much time or memory. The HTML standard reopens unclosed formatting
// elements in each following paragraph, so a small text can expand without limit. Estimated from
// the tags alone.
bool is_too_complex(std::string_view html);

// The name of the element of which most are open at one place. Empty if there is none.
std::string deepest_element(std::string_view html);

// Parses an HTML fragment. REQUIRES: !is_too_complex(html).
CleanedHtml clean_html(std::string_view html);

}  // namespace broadsheet::press
