// Helper functions to build nodes, so that the code of a view resembles the page.
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
page::Node item_of(page::Node content);  // an item of a list
page::Node button(page::Style style, std::string_view content, page::Action action);
page::Node picture(page::Style style, const model::Picture& source);
// A picture with a link to its file. The reader shows it enlarged.
page::Node enlargeable(const model::Site& site, page::Node image);
page::Node navigation(page::Style style, std::string label, std::vector<page::Node> children);

// The first sentences of `content` that fit into `limit` bytes. If they fill less than a third of
// it, the words that fit, with an ellipsis.
std::string shortened(std::string_view content, std::size_t limit);

// Appends `node` unless it is an empty group.
void append(std::vector<page::Node>& nodes, page::Node node);

// Appends names with links, separated by commas: "Ines Okafor, Tomás Reyes".
void append_names(std::vector<page::Node>& nodes, const std::vector<model::TermReference>& terms,
                  page::Style style);

}  // namespace broadsheet::views
