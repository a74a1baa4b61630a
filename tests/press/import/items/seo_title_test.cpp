#include "press/import/items/seo_title.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

namespace {

std::string title_with(const std::string& name, const std::string& value) {
    ImportRecord item;
    item.metas = {{"other", "x"}, {name, value}};
    return seo_title(item, "The lake", "Harbour");
}

}  // namespace

TEST_CASE("titles of plug-ins for search engines, with what their placeholders mean") {
    CHECK(title_with("_yoast_wpseo_title", "A lake in Harbour") == "A lake in Harbour");
    CHECK(title_with("_yoast_wpseo_title", "%%title%% in 2025 %%page%% %%sep%% %%sitename%%") ==
          "The lake in 2025 – Harbour");
    CHECK(title_with("rank_math_title", "%title% %sep% Maps") == "The lake – Maps");
    CHECK(title_with("_aioseo_title", "#post_title | All about it") == "The lake | All about it");
    CHECK(title_with("_yoast_wpseo_title", "  100 % of\n the #1 lake ") == "100 % of the #1 lake");
}

TEST_CASE("a title that every page has, or with an unknown placeholder, is none") {
    CHECK(title_with("_yoast_wpseo_title", "").empty());
    CHECK(title_with("_yoast_wpseo_title", "%%title%% %%page%% %%sep%% %%sitename%%").empty());
    CHECK(title_with("rank_math_title", "%title%").empty());
    CHECK(title_with("_yoast_wpseo_title", "%%title%% %%primary_category%%").empty());
    CHECK(title_with("rank_math_title", "%title% %customfield(x)%").empty());
    CHECK(title_with("_aioseo_title", "#post_title #custom_field").empty());
    CHECK(seo_title(ImportRecord{}, "The lake", "Harbour").empty());
}

}  // namespace broadsheet::press
