// Short ways to write nodes, so that a view reads like the page it describes.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "model/publication.h"
#include "page/page.h"

namespace broadsheet::views {

page::Node text(std::string_view content);
page::Node element(page::Role role, page::Style style, std::vector<page::Node> children = {});
page::Node element(page::Role role, page::Style style, std::string_view content);
page::Node heading(int level, page::Style style, std::vector<page::Node> children);
page::Node link(page::Style style, std::string_view target, std::string_view content);
page::Node link(page::Style style, std::string_view target, std::vector<page::Node> children);
page::Node picture(page::Style style, const model::Picture& source);
// The picture, leading to its file, which the reader shows in large.
page::Node enlargeable(const model::Site& site, page::Node image);
page::Node navigation(page::Style style, std::string label, std::vector<page::Node> children);

// The first sentences of `content` that fit in `limit` bytes, or where they would fill less than a
// third of it, the words that fit, with an ellipsis.
std::string shortened(std::string_view content, std::size_t limit);

// Puts `node` behind the others unless it is a group without content.
void append(std::vector<page::Node>& nodes, page::Node node);

// Name by name "Ines Okafor, Tomás Reyes" with links, into running text.
void append_names(std::vector<page::Node>& nodes, const std::vector<model::TermReference>& terms,
                  page::Style style);

}  // namespace broadsheet::views
