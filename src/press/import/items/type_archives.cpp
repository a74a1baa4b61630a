#include "press/import/items/type_archives.h"

#include <algorithm>

#include "press/import/items/article_file.h"
#include "press/import/texts/imported_text.h"
#include "press/print/print_markdown.h"
#include "strings/escape.h"

namespace broadsheet::press {

std::string folder_of_type(const std::vector<ItemNumber>& items,
                           const std::map<ItemNumber, std::string>& paths) {
    std::string folder;
    for (const ItemNumber number : items) {
        const auto found = paths.find(number);
        if (found == paths.end() || found->second.size() < 2) return {};
        const auto end = found->second.find('/', 1);
        if (end == std::string::npos || end + 1 >= found->second.size()) return {};
        const std::string own = found->second.substr(0, end + 1);
        if (!folder.empty() && own != folder) return {};
        folder = own;
    }
    const bool is_taken = std::any_of(paths.begin(), paths.end(),
                                      [&](const auto& each) { return each.second == folder; });
    return is_taken ? std::string() : folder;
}

std::string archive_page(const TypeArchive& archive) {
    std::string html = "<ul>\n";
    for (const auto& [title, path] : archive.items) {
        html += "<li><a href=\"";
        strings::append_html(html, path);
        html += "\">";
        strings::append_html(html, title);
        html += "</a></li>\n";
    }
    html += "</ul>\n";
    ImportedText text;
    TextContext context;
    context.target = [](const std::string& target) { return target; };
    add_html(html, context, text);
    FrontMatter front;
    front.text("title", archive.title);
    return front.with_body(print_markdown(text.document).text);
}

}  // namespace broadsheet::press
