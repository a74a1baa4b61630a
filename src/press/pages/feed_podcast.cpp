#include <algorithm>

#include "press/base/xml_text.h"
#include "press/config/podcast_categories.h"
#include "press/pages/feed_items.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

std::string_view first_of(std::string_view text, std::string_view otherwise) {
    return text.empty() ? otherwise : text;
}

void append_empty(std::string& out, std::string_view element, std::string_view attribute,
                  std::string_view value) {
    out.append("<").append(element);
    append_xml_attribute(out, attribute, value);
    out += "/>";
}

std::string_view type_of_transcript(std::string_view written) {
    const std::string file = strings::lower_ascii(written);
    if (file.ends_with(".vtt")) return "text/vtt";
    if (file.ends_with(".srt")) return "application/x-subrip";
    if (file.ends_with(".json")) return "application/json";
    return file.ends_with(".txt") ? "text/plain" : "text/html";
}

// A category within another stands in the element of that one.
void append_category(std::string& out, std::string_view name) {
    const auto known = podcast_category(name);
    if (!known || known->parent.empty()) return append_empty(out, "itunes:category", "text", name);
    out += "<itunes:category";
    append_xml_attribute(out, "text", known->parent);
    out += ">";
    append_empty(out, "itunes:category", "text", known->name);
    out += "</itunes:category>";
}

void append_linked(std::string& out, const FeedSource& source, std::string_view element,
                   const std::string& file, std::string_view type) {
    if (file.empty()) return;
    out.append("<").append(element);
    append_xml_attribute(out, "url", feed_address(source, file));
    append_xml_attribute(out, "type", type);
    out += "/>";
}

void append_episode(std::string& out, const FeedSource& source, const FeedItem& item,
                    const model::Episode& episode) {
    append_item_start(out, item);
    append_xml_element(out, "description", item.summary);
    append_xml_element(out, "content:encoded", item.content);
    append_enclosure(out, source, episode);
    if (episode.seconds > 0) {
        append_xml_element(out, "itunes:duration", std::to_string(episode.seconds));
    }
    const auto number = [&](std::string_view name, int value) {
        if (value > 0) append_xml_element(out, name, std::to_string(value));
    };
    for (const std::string_view space : {"itunes:", "podcast:"}) {
        number(std::string(space) + "season", episode.season);
        number(std::string(space) + "episode", episode.number);
    }
    if (episode.is_explicit) {
        append_xml_element(out, "itunes:explicit", *episode.is_explicit ? "true" : "false");
    }
    std::string authors;
    for (const model::TermReference& author : item.article.authors) {
        if (!authors.empty()) authors += ", ";
        authors += author.name;
    }
    append_xml_element(out, "itunes:author", authors);  // Apple takes one
    for (const model::TermReference& author : item.article.authors) {
        append_xml_element(out, "podcast:person", author.name);
    }
    if (item.article.picture) {
        append_empty(out, "itunes:image", "href",
                     feed_address(source, item.article.picture->target));
    }
    append_linked(out, source, "podcast:transcript", episode.transcript,
                  type_of_transcript(episode.transcript));
    append_linked(out, source, "podcast:chapters", episode.chapters, "application/json+chapters");
    out += "</item>\n";
}

}  // namespace

std::string podcast_feed(const FeedSource& source, const PodcastConfig& podcast) {
    const model::Site& site = source.publication.site;
    model::List episodes = source.list;
    std::erase_if(episodes.articles, [&](const auto& article) {
        const model::Entry* entry = source.publication.entry(article->path);
        return entry == nullptr || !entry->episode;
    });
    // Podcast programs show all that a feed has, and nothing else.
    constexpr int max_episodes = 1000;
    FeedSource all{source.publication, episodes, source.base_path, source.settings, source.store};
    all.settings.limit = max_episodes;
    const std::string_view author = first_of(podcast.author, site.title);
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" "
        "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
        "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
        "xmlns:podcast=\"https://podcastindex.org/namespace/1.0\">\n<channel>";
    append_xml_element(out, "title", first_of(podcast.title, site.title));
    append_xml_element(out, "link", feed_address(source, "/"));
    append_xml_element(out, "description",
                       first_of(podcast.description, first_of(site.description, site.title)));
    append_xml_element(out, "language", site.language);
    append_xml_element(out, "copyright", site.copyright);
    append_xml_element(out, "generator", "Broadsheet");
    out += "<atom:link rel=\"self\" type=\"application/rss+xml\"";
    append_xml_attribute(out, "href", feed_address(source, std::string(podcast_path)));
    out += "/>";
    append_xml_element(out, "itunes:author", author);
    append_xml_element(out, "itunes:type", "episodic");
    append_xml_element(out, "itunes:explicit", podcast.is_explicit ? "true" : "false");
    append_category(out, first_of(podcast.category, "News"));
    append_xml_element(out, "podcast:medium", "podcast");
    if (!podcast.image.empty()) {
        const std::string image =
            podcast.image.starts_with('/') || podcast.image.find("://") != std::string::npos
                ? podcast.image
                : "/" + podcast.image;
        append_empty(out, "itunes:image", "href", feed_address(source, image));
    }
    if (!podcast.email.empty()) {
        out += "<itunes:owner>";
        append_xml_element(out, "itunes:name", author);
        append_xml_element(out, "itunes:email", podcast.email);
        out += "</itunes:owner>";
    }
    out += "\n";
    for (const FeedItem& item : feed_items(all)) {
        append_episode(out, all, item, *item.entry->episode);
    }
    return out + "</channel>\n</rss>\n";
}

}  // namespace broadsheet::press
