#include "press/articles/link_resolver.h"

#include <algorithm>
#include <utility>

#include "press/base/link_target.h"
#include "press/html/document_builder.h"
#include "press/media/recording.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

// The text of a link to a picture without an alternative text.
constexpr const char* picture_name = "Picture";

void become_link(Node& node, const std::string& kind) {
    Node link;
    link.kind = NodeKind::link;
    link.target = node.target;
    const std::string name = node.target.substr(node.target.rfind('/') + 1);
    link.children.push_back(make_text(node.title.empty() ? kind + name : node.title));
    node = make_node(NodeKind::paragraph);
    node.children.push_back(std::move(link));
}

}  // namespace

LinkResolver::LinkResolver(PlacedArticle& article, RecordedLookups& lookups, PictureUses& pictures,
                           Severity broken_link, std::vector<std::string> missing)
    : article_(article),
      index_(lookups),
      pictures_(pictures),
      broken_link_(broken_link),
      missing_(std::move(missing)) {}

void LinkResolver::resolve(std::vector<Node>& nodes, bool in_link) {
    std::vector<Node> result;
    result.reserve(nodes.size());
    for (Node& node : nodes) {
        resolve(node.children, in_link || node.kind == NodeKind::link);
        if (node.kind == NodeKind::link) resolve_link(node);
        if (is_recording(node.kind) && !resolve_recording(node)) continue;
        if (node.kind == NodeKind::image && !resolve_image(node, in_link)) {
            if (node.text.empty() && in_link && is_absolute_url(node.target)) {
                node.text = picture_name;
            }
            if (node.text.empty()) continue;
            node = make_text(node.text);
        }
        result.push_back(std::move(node));
    }
    nodes = std::move(result);
}

std::optional<model::Episode> LinkResolver::episode(const EpisodeField& field,
                                                    const std::string& title,
                                                    std::vector<Node>& blocks) {
    const auto path_of = [&](const std::string& file) {
        if (file.empty() || is_absolute_url(file)) return file;
        const Asset* asset = index_.find_asset(file);
        if (asset == nullptr && strings::lower_ascii(file).ends_with(".json")) {
            article_.report_at(
                file, Severity::warning,
                "there is no file " + strings::in_quotes(file) + " that is published",
                "put it next to the article with a name such as "
                "episode.chapters.json or episode.transcript.json");
        } else if (asset == nullptr) {
            report_missing_file(file, "file");
        }
        return asset == nullptr ? std::string() : target_of_file(asset->path);
    };
    model::Episode episode;
    episode.transcript = path_of(field.transcript);
    episode.chapters = path_of(field.chapters);
    episode.type = recording_type(field.file);
    episode.seconds = field.seconds;
    episode.bytes = field.bytes;
    episode.season = field.season;
    episode.number = field.number;
    episode.is_explicit = field.is_explicit;
    Node player = make_node(recording_kind(field.file) == RecordingKind::video ? NodeKind::video
                                                                               : NodeKind::audio);
    player.target = field.file;
    player.title = title;
    if (is_web_captions(field.transcript) && !is_absolute_url(field.transcript)) {
        Node track = make_node(NodeKind::track);
        track.target = field.transcript;
        track.info = "captions";
        player.children.push_back(std::move(track));
    }
    if (const Asset* asset = index_.find_asset(field.file)) {
        const Recording recording = index_.recording_of(*asset);
        episode.bytes = recording.bytes;
        if (recording.seconds > 0) episode.seconds = recording.seconds;
    }
    if (!resolve_recording(player)) return std::nullopt;
    episode.target = is_recording(player.kind) ? player.target : field.file;
    blocks.insert(blocks.begin(), std::move(player));
    return episode;
}

std::optional<model::Picture> LinkResolver::picture(const PictureField& field) {
    model::Picture picture;
    picture.alternative_text = field.alternative_text;
    picture.caption = field.caption;
    picture.credit = field.credit;
    picture.focus = field.focus;
    const Asset* asset = index_.find_asset(field.target);
    if (asset == nullptr) {
        report_missing(field.target);
        return std::nullopt;
    }
    const auto size = index_.size_of(*asset);
    picture.target = use_of(*asset, field.target, size);
    if (size) {
        picture.width = size->width;
        picture.height = size->height;
    }
    return picture;
}

void LinkResolver::report_missing(const std::string& target, bool in_link) {
    if (!reported_.insert(target).second) return;
    if (is_absolute_url(target) && target.find("//") != std::string::npos) {
        article_.report_at(target, Severity::warning,
                           "the picture " + strings::in_quotes(target) +
                               " is on another site, so the page shows " +
                               (in_link ? "its alternative text" : "a link to it") + " instead",
                           "copy it into the content folder");
    } else {
        article_.report_at(target, Severity::warning,
                           "there is no picture " + strings::in_quotes(target),
                           remedy_of_file(target));
    }
}

std::string LinkResolver::remedy_of_file(const std::string& target) {
    // In a target, "?" begins a query. The author may have meant the sign in the file's name.
    const std::string whole = target_of_file(target);
    if (whole != target && index_.find_asset(whole) != nullptr) {
        return "write it as " + strings::in_quotes(whole);
    }
    const auto similar = index_.similar_asset(target);
    return similar ? "did you mean " + strings::in_quotes(target_of_file(*similar)) + "?"
                   : "correct the name, or put the file next to the article";
}

std::string LinkResolver::use_of(const Asset& asset, const std::string& written,
                                 const std::optional<PictureSize>& size) {
    if (size && size->animated) return target_of_file(asset.path) + "#animated";
    pictures_.add(asset, article_.place_of(written));
    return target_of_file(asset.path);
}

bool LinkResolver::resolve_image(Node& node, bool in_link) {
    const Asset* asset = index_.find_asset(node.target);
    if (asset != nullptr) {
        const auto size = index_.size_of(*asset);
        node.target = use_of(*asset, node.target, size);
        node.width = size ? size->width : 0;
        node.height = size ? size->height : 0;
        return true;
    }
    report_missing(node.target, in_link);
    // Pages load no pictures from other sites, and a link cannot be within another.
    if (!is_absolute_url(node.target) || in_link) return false;
    Node link;
    link.kind = NodeKind::link;
    link.target = node.target;
    link.title = node.title;
    link.children.push_back(make_text(node.text.empty() ? picture_name : node.text));
    node = std::move(link);
    return true;
}

void LinkResolver::report_missing_file(const std::string& target, const std::string& what) {
    if (!reported_.insert(target).second) return;
    article_.report_at(target, Severity::warning,
                       "there is no " + what + " " + strings::in_quotes(target),
                       remedy_of_file(target));
}

// Chooses the first of the sources that the site has. The others are removed.
const Asset* LinkResolver::take_source(Node& node) {
    const Asset* asset = index_.find_asset(node.target);
    for (const Node& source : node.children) {
        if (asset != nullptr) break;
        if (source.info != source_info) continue;
        asset = index_.find_asset(source.target);
        if (asset != nullptr) node.target = source.target;
    }
    std::erase_if(node.children, [](const Node& each) { return each.info == source_info; });
    return asset;
}

bool LinkResolver::resolve_recording(Node& node) {
    const bool video = node.kind == NodeKind::video;
    const Asset* asset = take_source(node);
    if (asset == nullptr) {
        if (is_absolute_url(node.target)) {
            become_link(node, video ? "Video: " : "Audio: ");
            return true;
        }
        report_missing_file(node.target, video ? "video file" : "sound file");
        return false;
    }
    const Recording recording = index_.recording_of(*asset);
    if (recording.bytes == 0 && reported_.insert(node.target).second) {
        article_.report_at(
            node.target, Severity::warning,
            "the file " + strings::in_quotes(node.target) + " is empty, so nothing can be played",
            "replace it with the recording");
    }
    node.target = target_of_file(asset->path);
    node.number = recording.seconds;
    if (recording.width > 0) {
        node.width = recording.width;
        node.height = recording.height;
    }
    if (!node.info.empty()) {
        const Asset* poster = video ? index_.find_asset(node.info) : nullptr;
        if (video && poster == nullptr) report_missing(node.info);
        node.info = poster == nullptr ? std::string() : target_of_file(poster->path);
    }
    std::erase_if(node.children, [&](Node& track) { return !resolve_track(track); });
    return true;
}

bool LinkResolver::resolve_track(Node& track) {
    const Asset* asset = index_.find_asset(track.target);
    if (asset == nullptr) {
        report_missing_file(track.target, "captions file");
        return false;
    }
    if (!is_web_captions(track.target)) {
        if (reported_.insert(track.target).second) {
            article_.report_at(track.target, Severity::warning,
                               "browsers show captions only from WebVTT files, so " +
                                   strings::in_quotes(track.target) + " is left out",
                               "save the captions as .vtt");
        }
        return false;
    }
    track.target = target_of_file(asset->path);
    return true;
}

void LinkResolver::resolve_link(Node& node) {
    const std::string& target = node.target;
    if (target.empty() || target.starts_with('#')) return;
    if (auto found = index_.find_link(target)) {
        node.target = std::move(*found);
        return;
    }
    if (const Asset* asset = index_.find_asset(target)) {
        node.target = target_of_file(asset->path);
        return;
    }
    if (is_absolute_url(target) || target.starts_with('/')) return;
    const std::string name = target.substr(0, target.find_first_of("?#"));
    const bool is_reported = std::find(missing_.begin(), missing_.end(), name) != missing_.end();
    if (is_markdown(name) && !is_reported && reported_.insert(target).second) {
        const auto similar = index_.similar_article(target);
        article_.report_at(
            target, broken_link_, "there is no article " + strings::in_quotes(target),
            similar ? "did you mean " + strings::in_quotes(*similar) + "?" : "correct the link");
    }
}

}  // namespace broadsheet::press
