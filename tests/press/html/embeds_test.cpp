#include "press/html/embeds.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "press/html/html.h"

namespace broadsheet::press {

TEST_CASE("iframes become embeds with the name of their provider") {
    struct Case {
        const char* address;
        const char* target;
        const char* provider;
        const char* page;
    };
    const std::array<Case, 7> cases = {{
        {"https://www.youtube.com/embed/abc_-1?start=3&rel=0",
         "https://www.youtube-nocookie.com/embed/abc_-1?start=3", "YouTube",
         "https://www.youtube.com/watch?v=abc_-1&t=3"},
        {"https://www.youtube.com/embed/videoseries?si=x&list=PL12",
         "https://www.youtube-nocookie.com/embed/videoseries?list=PL12", "YouTube",
         "https://www.youtube.com/playlist?list=PL12"},
        {"https://www.youtube.com/embed/abc?autoplay=1",
         "https://www.youtube-nocookie.com/embed/abc", "YouTube",
         "https://www.youtube.com/watch?v=abc"},
        {"https://player.vimeo.com/video/76979871?h=abcd12&title=0",
         "https://player.vimeo.com/video/76979871?h=abcd12&dnt=1", "Vimeo",
         "https://vimeo.com/76979871/abcd12"},
        {"https://player.vimeo.com/video/76979871", "https://player.vimeo.com/video/76979871?dnt=1",
         "Vimeo", "https://vimeo.com/76979871"},
        {"//www.openstreetmap.org/export/embed.html?bbox=1",
         "https://www.openstreetmap.org/export/embed.html?bbox=1", "OpenStreetMap",
         "https://www.openstreetmap.org/export/embed.html?bbox=1"},
        {"https://maps.example.org/x", "https://maps.example.org/x", "maps.example.org",
         "https://maps.example.org/x"},
    }};
    for (const Case& one : cases) {
        CAPTURE(one.address);
        const auto node = make_embed(one.address, "A video", 0, 0);
        REQUIRE(node);
        CHECK(node->target == one.target);
        CHECK(node->text == one.provider);
        CHECK(node->info == one.page);
        CHECK(node->width * 9 == node->height * 16);
    }
}

TEST_CASE("pages of videos have frames, with what their addresses say") {
    const auto frame = [](std::string_view page) { return frame_of_video_page(page).value_or(""); };
    CHECK(frame("https://youtu.be/abc?t=42") == "https://www.youtube.com/embed/abc?start=42");
    CHECK(frame("http://www.youtube.com/watch?v=abc&list=PL1&t=1m2s") ==
          "https://www.youtube.com/embed/abc?list=PL1&start=62");
    CHECK(frame("https://www.youtube.com/playlist?list=PL1") ==
          "https://www.youtube.com/embed/videoseries?list=PL1");
    CHECK(frame("https://m.youtube.com/shorts/abc") == "https://www.youtube.com/embed/abc");
    CHECK(frame("https://youtu.be/abc?t=999999h") == "https://www.youtube.com/embed/abc");
    CHECK(frame("https://vimeo.com/123/abcd") == "https://player.vimeo.com/video/123?h=abcd");
    CHECK(frame("https://vimeo.com/channels/staffpicks").empty());
    CHECK(frame("https://www.youtube.com/@channel").empty());
    CHECK(frame("https://example.org/watch?v=abc").empty());
}

TEST_CASE("players of Flash become the frames of their videos") {
    const auto address = [](std::string_view html) {
        const CleanedHtml cleaned = clean_html(html);
        return cleaned.document.blocks.empty() ? std::string() : cleaned.document.blocks[0].target;
    };
    CHECK(address("<object width=425 height=344><param name=movie "
                  "value='http://www.youtube.com/v/abcdefghijk&amp;hl=en&amp;fs=1'><embed src="
                  "'http://www.youtube.com/v/abcdefghijk&amp;hl=en&amp;fs=1'></object>") ==
          "https://www.youtube-nocookie.com/embed/abcdefghijk");
    CHECK(address("<embed src='//vimeo.com/moogaloop.swf?clip_id=123&amp;server=vimeo.com'>") ==
          "https://player.vimeo.com/video/123?dnt=1");
    CHECK(address("<object data='https://evil.example/v/abc'></object>").empty());
}

TEST_CASE("only https URLs with a host name become embeds") {
    constexpr std::array<const char*, 9> refused = {"",
                                                    "http://example.org/",
                                                    "javascript:alert(1)",
                                                    "https://",
                                                    "https://evil",
                                                    "https://a.b\"onload=x",
                                                    "https://user@evil.example/",
                                                    "data:text/html,x",
                                                    "https://ex ample.org/"};
    for (const char* address : refused) {
        CAPTURE(address);
        CHECK_FALSE(make_embed(address, "", 0, 0));
    }
    CHECK(origin_of("https://a.example/b?c") == "https://a.example");
    CHECK(origin_of("ftp://a.example/").empty());
}

}  // namespace broadsheet::press
