// HTML to a Document, by an allow-list: elements that say what a text is become nodes, those that
// run, load or ask for something are dropped with their content, of all others the content stays.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "model/document.h"

namespace broadsheet::press {

// Attributes that our own Markdown writer adds to carry what HTML has no word for. From a
// stranger's HTML they do no harm.
inline constexpr const char* tight_attribute = "data-tight";
inline constexpr const char* task_attribute = "data-task";
inline constexpr const char* info_attribute = "data-info";

struct CleanedHtml {
    model::Document document;
    std::set<std::string> dropped_elements;
};

// True where parsing would cost too much: some HTML grows without measure when its unclosed
// elements are repeated in each paragraph, as the standard wants.
bool is_too_complex(std::string_view html);

// REQUIRES: !is_too_complex(html)
CleanedHtml clean_html(std::string_view html);

}  // namespace broadsheet::press
