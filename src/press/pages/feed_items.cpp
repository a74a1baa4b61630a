#include "press/pages/feed_items.h"

#include <algorithm>
#include <utility>

#include "strings/ascii.h"
#include "views/document.h"
#include "views/view.h"

namespace broadsheet::press {

namespace {

// A tag URI (RFC 4151): the host, a date on which it belonged to the site, and the path. It stays
// the same when the title or the form of URLs changes, so feed readers keep their record of what
// was read.
std::string tag_uri(const model::Site& site, const std::string& day, const model::Path& path) {
    if (site.base_url.empty()) return {};
    // The base path distinguishes two sites on the same host.
    const std::string rest = site.base_url.substr(site.base_url.find("://") + 3);
    const auto slash = std::min(rest.find('/'), rest.size());
    const std::string host = rest.substr(0, rest.find_first_of("/:"));
    return "tag:" + host + "," + day + ":" + rest.substr(slash) + page::url_of(path, "/");
}

// A relative address, a fragment or a query would refer to the page on which a feed reader shows
// the text.
void complete_links(page::Node& node, const std::string& address) {
    const auto first = node.target.find_first_of(":/?#");
    const bool has_scheme = first != std::string::npos && node.target[first] == ':';
    if (!node.target.empty() && node.target[0] != '/' && !has_scheme)
        node.target.insert(0, address);
    for (page::Node& child : node.children) complete_links(child, address);
}

// Feed readers without MathML would show its text without form, and twice. They get the TeX.
void show_tex(page::Node& node) {
    for (page::Node& child : node.children) show_tex(child);
    if (node.role != page::Role::formula) return;
    page::Node code;
    code.role = page::Role::code;
    code.text = std::move(node.text);
    node = std::move(code);
}

// Atom requires that an identifier is a URI.
bool is_uri(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == 0 || colon == std::string_view::npos || !strings::is_letter(text[0])) return false;
    const auto is_of_scheme = [](char c) {
        return strings::is_letter(c) || strings::is_digit(c) || c == '+' || c == '-' || c == '.';
    };
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                       is_of_scheme) &&
           text.find_first_of(" <>\"{}|\\^`") == std::string_view::npos;
}

std::string html_of(const FeedSource& source, const model::Entry& entry) {
    const addresses::Route route{addresses::RouteKind::entry, entry.summary.path, 1};
    const views::ReaderState state;
    const views::Context context{source.publication, route, state, {}, {}};
    const std::string& base_url = source.publication.site.base_url;
    const std::string base = base_url.empty() ? source.base_path : base_url + "/";
    std::string html;
    const std::string own = feed_address(source, entry.summary.path);
    for (page::Node& node : views::document_nodes(context, entry.body)) {
        complete_links(node, own);
        show_tex(node);
        html += page::node_to_html(node, base);
    }
    return html;
}

}  // namespace

std::string feed_address(const FeedSource& source, const std::string& path) {
    if (path.find("://") != std::string::npos) return path;
    const std::string& base_url = source.publication.site.base_url;
    return base_url.empty() ? page::url_of(path, source.base_path)
                            : base_url + page::url_of(path, "/");
}

std::vector<FeedItem> feed_items(const FeedSource& source) {
    const model::Site& site = source.publication.site;
    std::vector<FeedItem> items;
    for (const auto& article : source.list.articles) {
        if (items.size() == static_cast<std::size_t>(source.settings.limit)) break;
        const model::Entry* entry = source.publication.entry(article->path);
        const bool dated = entry == nullptr || entry->dated;
        FeedItem item{*article, entry, feed_address(source, article->path), {}, {}, {}, {}, {}};
        // RFC 4151 requires a date on which the host belonged to the site. Articles without a date
        // use a fixed year.
        item.identifier =
            tag_uri(site, dated ? model::format_day(article->date.day) : "2000", article->path);
        if (entry != nullptr && is_uri(entry->guid)) item.identifier = entry->guid;
        item.summary = entry == nullptr ? article->excerpt : entry->summary.excerpt;
        if (entry != nullptr && source.settings.full) {
            item.content = source.store == nullptr ? html_of(source, *entry)
                                                   : html_of(source, source.store->load(*entry));
        }
        if (dated) item.published = article->date;
        item.modified = entry != nullptr && entry->modified ? entry->modified : item.published;
        if (item.published && model::seconds_since_epoch(*item.modified) <
                                  model::seconds_since_epoch(*item.published)) {
            item.modified = item.published;
        }
        items.push_back(std::move(item));
    }
    return items;
}

FeedHead feed_head(const FeedSource& source, const std::vector<FeedItem>& items) {
    const model::Site& site = source.publication.site;
    const model::List& list = source.list;
    FeedHead head;
    head.title = list.kind == model::ListKind::front ? site.title : list.title + " – " + site.title;
    head.description = list.description.empty() ? site.description : list.description;
    head.identifier = tag_uri(site, "2000", list.path);
    for (const FeedItem& item : items) {
        if (!item.modified) continue;
        const bool later = !head.modified || model::seconds_since_epoch(*item.modified) >
                                                 model::seconds_since_epoch(*head.modified);
        if (later) head.modified = item.modified;
    }
    return head;
}

}  // namespace broadsheet::press
