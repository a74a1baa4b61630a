// The comments of readers below an article, as threads.
#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "strings/escape.h"
#include "strings/percent.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/document.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

// Replies are indented this often. Deeper ones are below each other and name whom they answer.
constexpr int deepest_reply = 3;

std::string address_of(const model::Comment& comment) {
    return "#comment-" + std::to_string(comment.number);
}

bool has_identifier(const std::vector<model::Node>& nodes, std::string_view identifier) {
    return std::any_of(nodes.begin(), nodes.end(), [&](const model::Node& node) {
        return node.identifier == identifier || has_identifier(node.children, identifier);
    });
}

// The name by which links of WordPress find the comments, unless a heading of the text has it.
std::string identifier_of(const model::Entry& entry) {
    return has_identifier(entry.body.blocks, "comments") ? "comments-of-readers" : "comments";
}

void mark_links(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
        if (node.role == Role::link && !node.target.starts_with('/')) {
            node.origin = page::LinkOrigin::reader;
        }
        mark_links(node.children);
    }
}

class Thread {
  public:
    Thread(const Context& context, const std::vector<model::Comment>& comments)
        : context_(context), comments_(comments) {}

    // The list of the next comments of this depth or more.
    Node list(Style style, int depth) {
        Node list = element(Role::list, style);
        list.ordered = true;
        while (next_ < comments_.size() && shown_depth(next_) >= depth) {
            const model::Comment& comment = comments_[next_++];
            const auto own = static_cast<std::size_t>(std::max(comment.depth, 0));
            above_.resize(std::min(own, above_.size()));
            Node item = item_for(comment);
            above_.push_back(&comment);
            if (next_ < comments_.size() && shown_depth(next_) > depth) {
                item.children.push_back(this->list(Style::comment_replies, depth + 1));
            }
            list.children.push_back(std::move(item));
        }
        return list;
    }

  private:
    int shown_depth(std::size_t place) const {
        return std::clamp(comments_[place].depth, 0, deepest_reply);
    }

    std::string name_of(const model::Comment& comment) const {
        return comment.author.empty()
                   ? std::string(phrase(context_.publication.site, Phrase::anonymous))
                   : comment.author;
    }

    Node name_view(const model::Comment& comment) const {
        if (comment.website.empty()) {
            return element(Role::paragraph, Style::comment_author, name_of(comment));
        }
        std::vector<Node> names;
        names.push_back(link(Style::none, comment.website, name_of(comment)));
        mark_links(names);
        return element(Role::paragraph, Style::comment_author, std::move(names));
    }

    Node item_for(const model::Comment& comment) const {
        Node head = element(Role::group, Style::comment_head);
        head.children.push_back(name_view(comment));
        if (comment.date) {
            std::vector<Node> date;
            date.push_back(date_view(context_, Style::none, *comment.date));
            head.children.push_back(
                link(Style::comment_date, address_of(comment), std::move(date)));
        }
        if (comment.depth > deepest_reply && !above_.empty()) {
            const model::Comment& answered = *above_.back();
            head.children.push_back(
                link(Style::comment_answer, address_of(answered),
                     phrase(context_.publication.site, Phrase::in_reply_to, {name_of(answered)})));
        }
        std::vector<Node> words = document_nodes(context_, comment.text);
        mark_links(words);
        std::vector<Node> text;
        text.push_back(element(Role::group, Style::comment_text, std::move(words)));
        Node item = element(Role::list_item, Style::comment);
        item.identifier = address_of(comment).substr(1);
        item.children.push_back(std::move(head));
        item.children.push_back(element(Role::group, Style::prose, std::move(text)));
        return item;
    }

    const Context& context_;
    const std::vector<model::Comment>& comments_;
    std::size_t next_ = 0;
    std::vector<const model::Comment*> above_;  // the last comment of each depth
};

}  // namespace

Node comments_link(const Context& context, const model::Entry& entry) {
    const auto count = static_cast<int>(entry.comments.size());
    return link(Style::cloud_tag, "#" + identifier_of(entry),
                counted(context.publication.site, Phrase::comments, count));
}

namespace {

std::string url_of_entry(const Context& context, const model::Entry& entry) {
    const std::string& site =
        context.state.site_url.empty() ? context.publication.site.base_url : context.state.site_url;
    return page::url_of(entry.summary.path, site + "/");
}

// One of "device|light|dark".
std::string_view theme_of(std::string_view themes, ui::Scheme scheme) {
    for (int i = 0; i < static_cast<int>(scheme); ++i) {
        themes.remove_prefix(std::min(themes.find('|') + 1, themes.size()));
    }
    return themes.substr(0, themes.find('|'));
}

std::string frame_of(const Context& context, const model::Entry& entry) {
    const model::LiveComments& comments = context.publication.site.comments;
    const std::string& language =
        entry.language.empty() ? context.publication.site.language : entry.language;
    const std::string url = url_of_entry(context, entry);
    // As providers' own scripts read it off the page, so that they find threads again: with the
    // path of the site on its host.
    const auto host = url.find("://");
    const std::string path = url.substr(url.find('/', host == std::string::npos ? 0 : host + 3));
    std::string frame = comments.frame;
    for (const auto& [name, value] : std::initializer_list<std::pair<const char*, std::string>>{
             {"{url}", strings::percent_encoded(url)},
             {"{path}", strings::percent_encoded(path)},
             {"{term}", strings::percent_encoded(path.substr(1))},
             {"{title}", strings::percent_encoded(entry.summary.title)},
             {"{language}", strings::percent_encoded(language.substr(0, language.find('-')))},
             {"{theme}", strings::percent_encoded(
                             theme_of(comments.themes, context.state.settings.scheme))}}) {
        strings::replace_all(frame, name, value);
    }
    return frame;
}

// Nothing of the provider loads before the reader wants it.
bool may_load(const ReaderState& state, const std::string& provider) {
    const auto& providers = state.settings.providers;
    return state.interactive &&
           (state.shows_comments || state.settings.consent == ui::Consent::given ||
            std::find(providers.begin(), providers.end(), provider) != providers.end());
}

// The ways to comment: the provider's frame or what loads it, and the editor's address.
void append_ways(std::vector<Node>& nodes, const Context& context, const model::Entry& entry) {
    const model::Site& site = context.publication.site;
    const model::LiveComments& live = site.comments;
    if (entry.kind != model::EntryKind::article || entry.comments_closed) return;
    Node ways = element(Role::group, Style::comments_ways);
    if (!live.provider.empty() && may_load(context.state, live.provider)) {
        Node frame = element(Role::embed, Style::comments_frame);
        frame.target = frame_of(context, entry);
        frame.title = phrase(site, Phrase::show_comments, {live.provider});
        frame.key = "comments";
        frame.height = context.state.comments_height;
        nodes.push_back(std::move(frame));
    } else if (!live.provider.empty()) {
        const std::string label = phrase(site, Phrase::show_comments, {live.provider});
        ways.children.push_back(
            context.state.interactive
                ? button(Style::comments_button, label, page::Action::comments_show)
                : link(Style::comments_button, frame_of(context, entry), label));
    }
    if (!live.mail.empty()) {
        ways.children.push_back(link(
            Style::comments_button,
            "mailto:" + live.mail + "?subject=" + strings::percent_encoded(entry.summary.title) +
                "&body=" + strings::percent_encoded(url_of_entry(context, entry)),
            phrase(site, Phrase::write_to_editor)));
    }
    append(nodes, std::move(ways));
}

}  // namespace

Node comments_view(const Context& context, const model::Entry& entry) {
    Node section = element(Role::section, Style::comments);
    if (!entry.comments.empty()) {
        section.identifier = identifier_of(entry);
        section.label = counted(context.publication.site, Phrase::comments,
                                static_cast<int>(entry.comments.size()));
        section.children.push_back(section_bar(section.label, "", ""));
        section.children.push_back(Thread(context, entry.comments).list(Style::comment_list, 0));
    }
    append_ways(section.children, context, entry);
    if (section.children.empty()) return element(Role::group, Style::none);
    if (section.label.empty()) {
        const model::LiveComments& live = context.publication.site.comments;
        section.label =
            live.provider.empty()
                ? std::string(phrase(context.publication.site, Phrase::write_to_editor))
                : phrase(context.publication.site, Phrase::show_comments, {live.provider});
    }
    return section;
}

}  // namespace broadsheet::views
