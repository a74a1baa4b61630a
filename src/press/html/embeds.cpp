#include "press/html/embeds.h"

#include <array>

namespace broadsheet::press {

namespace {

constexpr int default_width = 16;
constexpr int default_height = 9;
constexpr int min_side = 2;
constexpr int max_side = 10000;

struct Provider {
    std::string_view host;  // or a suffix of it
    std::string_view name;
};

constexpr std::array<Provider, 12> providers = {{{"youtube-nocookie.com", "YouTube"},
                                                 {"vimeo.com", "Vimeo"},
                                                 {"openstreetmap.org", "OpenStreetMap"},
                                                 {"google.com", "Google"},
                                                 {"dailymotion.com", "Dailymotion"},
                                                 {"soundcloud.com", "SoundCloud"},
                                                 {"spotify.com", "Spotify"},
                                                 {"codepen.io", "CodePen"},
                                                 {"archive.org", "the Internet Archive"},
                                                 {"ted.com", "TED"},
                                                 {"twitch.tv", "Twitch"},
                                                 {"datawrapper.de", "Datawrapper"}}};

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.';
}

// The host of an https URL; empty for other URLs and for hosts without a dot.
std::string_view host_of(std::string_view address) {
    constexpr std::string_view scheme = "https://";
    if (!address.starts_with(scheme)) return {};
    address.remove_prefix(scheme.size());
    const std::string_view host = address.substr(0, address.find_first_of("/?#"));
    for (const char c : host) {
        if (!is_host_character(c)) return {};
    }
    if (host.find('.') == std::string_view::npos) return {};
    return host;
}

std::string provider_of(std::string_view host) {
    for (const Provider& provider : providers) {
        if (host.ends_with(provider.host)) return std::string(provider.name);
    }
    if (host.starts_with("www.")) host.remove_prefix(4);
    return std::string(host);
}

// The part of `address` after `marker`, up to the next '?', '&', '/' or '#'.
std::string_view identifier_after(std::string_view address, std::string_view marker) {
    const auto found = address.find(marker);
    if (found == std::string_view::npos) return {};
    address.remove_prefix(found + marker.size());
    return address.substr(0, address.find_first_of("?&/#"));
}

}  // namespace

std::string origin_of(std::string_view address) {
    const std::string_view host = host_of(address);
    return host.empty() ? std::string() : "https://" + std::string(host);
}

std::optional<model::Node> make_embed(std::string_view address, std::string_view title, int width,
                                      int height) {
    std::string target(address);
    if (target.starts_with("//")) target.insert(0, "https:");
    if (host_of(target).empty()) return std::nullopt;
    for (const char c : target) {
        if (static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>') {
            return std::nullopt;
        }
    }
    model::Node node;
    node.kind = model::NodeKind::embed;
    node.info = target;
    if (host_of(target).ends_with("youtube.com") ||
        host_of(target).ends_with("youtube-nocookie.com")) {
        const std::string video(identifier_after(target, "/embed/"));
        if (!video.empty()) {
            target = "https://www.youtube-nocookie.com/embed/" + video;
            node.info = "https://www.youtube.com/watch?v=" + video;
        }
    }
    if (const auto video = identifier_after(target, "player.vimeo.com/video/"); !video.empty()) {
        node.info = "https://vimeo.com/" + std::string(video);
        target = "https://player.vimeo.com/video/" + std::string(video) + "?dnt=1";
    }
    node.text = provider_of(host_of(target));
    node.target = std::move(target);
    node.title = title;
    const bool shaped =
        width >= min_side && height >= min_side && width <= max_side && height <= max_side;
    node.width = shaped ? width : default_width;
    node.height = shaped ? height : default_height;
    return node;
}

}  // namespace broadsheet::press
