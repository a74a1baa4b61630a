#include "press/html/embeds.h"

#include <array>
#include <cstdint>

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

// The value of a parameter of an address; empty if it has none.
std::string_view parameter(std::string_view address, std::string_view name) {
    auto at = address.find('?');
    while (at != std::string_view::npos) {
        address.remove_prefix(at + 1);
        if (address.starts_with("amp;")) address.remove_prefix(4);
        if (address.starts_with(name) && address.substr(name.size()).starts_with('=')) {
            address.remove_prefix(name.size() + 1);
            return address.substr(0, address.find_first_of("&#"));
        }
        at = address.find('&');
    }
    return {};
}

// Appends "?NAME=VALUE", or "&NAME=VALUE" to what has parameters already.
void add_parameter(std::string& address, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    address += address.find('?') == std::string::npos ? '?' : '&';
    address.append(name).append("=").append(value);
}

// The address with its scheme replaced or completed.
std::string over_https(std::string_view address) {
    for (const std::string_view scheme : {"http://", "//"}) {
        if (address.starts_with(scheme)) {
            return "https://" + std::string(address.substr(scheme.size()));
        }
    }
    return std::string(address);
}

// The seconds of a time such as "62", "62s" and "1m2s"; empty if it is none.
std::string seconds_of(std::string_view time) {
    constexpr int most = 100'000;
    std::int64_t seconds = 0;
    std::int64_t number = 0;
    for (const char c : time) {
        if (c >= '0' && c <= '9' && number < most) {
            number = number * 10 + (c - '0');
        } else if (c == 'h' || c == 'm' || c == 's') {
            seconds += number * (c == 'h' ? 3600 : c == 'm' ? 60 : 1);
            number = 0;
        } else {
            return {};
        }
    }
    seconds += number;
    return seconds > 0 && seconds < most ? std::to_string(seconds) : std::string();
}

// The second at which a YouTube video starts; empty: at its beginning.
std::string start_of_youtube(std::string_view address) {
    const std::string_view start = parameter(address, "start");
    return seconds_of(start.empty() ? parameter(address, "t") : start);
}

// The variant of a YouTube frame that keeps no cookies, and the page of its video. Lists and the
// second at which it starts stay.
void choose_youtube(std::string& frame, std::string& page) {
    std::string_view video = identifier_after(frame, "/embed/");
    if (video.empty()) video = identifier_after(frame, "/v/");  // of Flash players
    if (video.empty()) return;
    const std::string_view list = parameter(frame, "list");
    const std::string start = start_of_youtube(frame);
    const bool only_list = video == "videoseries";
    std::string kept = "https://www.youtube-nocookie.com/embed/" + std::string(video);
    page = only_list ? "https://www.youtube.com/playlist"
                     : "https://www.youtube.com/watch?v=" + std::string(video);
    add_parameter(kept, "list", list);
    add_parameter(page, "list", list);
    add_parameter(kept, "start", start);
    add_parameter(page, "t", start);
    frame = std::move(kept);
}

// The same for Vimeo. Videos that are not listed have a key.
void choose_vimeo(std::string& frame, std::string& page) {
    const std::string video(identifier_after(frame, "player.vimeo.com/video/"));
    if (video.empty()) return;
    const std::string key(parameter(frame, "h"));
    page = "https://vimeo.com/" + video + (key.empty() ? "" : "/" + key);
    frame = "https://player.vimeo.com/video/" + video;
    add_parameter(frame, "h", key);
    add_parameter(frame, "dnt", "1");
}

}  // namespace

std::optional<std::string> frame_of_video_page(std::string_view address) {
    const std::string target = over_https(address);
    const std::string_view host = host_of(target);
    std::string frame;
    if (host == "youtu.be" || host.ends_with("youtube.com")) {
        std::string_view video = parameter(target, "v");
        for (const std::string_view place : {"youtu.be/", "/embed/", "/shorts/", "/live/"}) {
            if (video.empty()) video = identifier_after(target, place);
        }
        const std::string_view list = parameter(target, "list");
        if (video.empty() && !list.empty()) video = "videoseries";
        if (video.empty()) return std::nullopt;
        frame = "https://www.youtube.com/embed/" + std::string(video);
        add_parameter(frame, "list", list);
        add_parameter(frame, "start", start_of_youtube(target));
        return frame;
    }
    if (host == "vimeo.com" || host == "www.vimeo.com") {
        const std::string_view video = identifier_after(target, "vimeo.com/");
        if (video.empty() || video.find_first_not_of("0123456789") != std::string_view::npos) {
            return std::nullopt;
        }
        frame = "https://player.vimeo.com/video/" + std::string(video);
        add_parameter(frame, "h", identifier_after(target, std::string(video) + "/"));
        return frame;
    }
    return std::nullopt;
}

std::optional<std::string> frame_of_old_player(std::string_view address) {
    const std::string target = over_https(address);
    const std::string_view host = host_of(target);
    if (host.ends_with("youtube.com") || host.ends_with("youtube-nocookie.com")) {
        std::string_view video = identifier_after(target, "/v/");
        if (video.empty()) video = identifier_after(target, "/embed/");
        if (video.empty()) return std::nullopt;
        return "https://www.youtube.com/embed/" + std::string(video);
    }
    if (host.ends_with("vimeo.com")) {
        const std::string_view video = parameter(target, "clip_id");
        if (video.empty()) return std::nullopt;
        return "https://player.vimeo.com/video/" + std::string(video);
    }
    return std::nullopt;
}

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
    const std::string_view host = host_of(target);
    if (host.ends_with("youtube.com") || host.ends_with("youtube-nocookie.com")) {
        choose_youtube(target, node.info);
    } else if (host.ends_with("player.vimeo.com")) {
        choose_vimeo(target, node.info);
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
