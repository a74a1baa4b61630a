#include "press/config/podcast_categories.h"

#include <algorithm>
#include <array>
#include <string>

#include "strings/ascii.h"
#include "strings/escape.h"

namespace broadsheet::press {

namespace {

constexpr auto known_categories = std::to_array<PodcastCategory>({
    {"Arts", ""},
    {"Books", "Arts"},
    {"Design", "Arts"},
    {"Fashion & Beauty", "Arts"},
    {"Food", "Arts"},
    {"Performing Arts", "Arts"},
    {"Visual Arts", "Arts"},
    {"Business", ""},
    {"Careers", "Business"},
    {"Entrepreneurship", "Business"},
    {"Investing", "Business"},
    {"Management", "Business"},
    {"Marketing", "Business"},
    {"Non-Profit", "Business"},
    {"Comedy", ""},
    {"Comedy Interviews", "Comedy"},
    {"Improv", "Comedy"},
    {"Stand-Up", "Comedy"},
    {"Education", ""},
    {"Courses", "Education"},
    {"How To", "Education"},
    {"Language Learning", "Education"},
    {"Self-Improvement", "Education"},
    {"Fiction", ""},
    {"Comedy Fiction", "Fiction"},
    {"Drama", "Fiction"},
    {"Science Fiction", "Fiction"},
    {"Government", ""},
    {"History", ""},
    {"Health & Fitness", ""},
    {"Alternative Health", "Health & Fitness"},
    {"Fitness", "Health & Fitness"},
    {"Medicine", "Health & Fitness"},
    {"Mental Health", "Health & Fitness"},
    {"Nutrition", "Health & Fitness"},
    {"Sexuality", "Health & Fitness"},
    {"Kids & Family", ""},
    {"Education for Kids", "Kids & Family"},
    {"Parenting", "Kids & Family"},
    {"Pets & Animals", "Kids & Family"},
    {"Stories for Kids", "Kids & Family"},
    {"Leisure", ""},
    {"Animation & Manga", "Leisure"},
    {"Automotive", "Leisure"},
    {"Aviation", "Leisure"},
    {"Crafts", "Leisure"},
    {"Games", "Leisure"},
    {"Hobbies", "Leisure"},
    {"Home & Garden", "Leisure"},
    {"Video Games", "Leisure"},
    {"Music", ""},
    {"Music Commentary", "Music"},
    {"Music History", "Music"},
    {"Music Interviews", "Music"},
    {"News", ""},
    {"Business News", "News"},
    {"Daily News", "News"},
    {"Entertainment News", "News"},
    {"News Commentary", "News"},
    {"Politics", "News"},
    {"Sports News", "News"},
    {"Tech News", "News"},
    {"Religion & Spirituality", ""},
    {"Buddhism", "Religion & Spirituality"},
    {"Christianity", "Religion & Spirituality"},
    {"Hinduism", "Religion & Spirituality"},
    {"Islam", "Religion & Spirituality"},
    {"Judaism", "Religion & Spirituality"},
    {"Religion", "Religion & Spirituality"},
    {"Spirituality", "Religion & Spirituality"},
    {"Science", ""},
    {"Astronomy", "Science"},
    {"Chemistry", "Science"},
    {"Earth Sciences", "Science"},
    {"Life Sciences", "Science"},
    {"Mathematics", "Science"},
    {"Natural Sciences", "Science"},
    {"Nature", "Science"},
    {"Physics", "Science"},
    {"Social Sciences", "Science"},
    {"Society & Culture", ""},
    {"Documentary", "Society & Culture"},
    {"Personal Journals", "Society & Culture"},
    {"Philosophy", "Society & Culture"},
    {"Places & Travel", "Society & Culture"},
    {"Relationships", "Society & Culture"},
    {"Sports", ""},
    {"Baseball", "Sports"},
    {"Basketball", "Sports"},
    {"Cricket", "Sports"},
    {"Fantasy Sports", "Sports"},
    {"Football", "Sports"},
    {"Golf", "Sports"},
    {"Hockey", "Sports"},
    {"Rugby", "Sports"},
    {"Running", "Sports"},
    {"Soccer", "Sports"},
    {"Swimming", "Sports"},
    {"Tennis", "Sports"},
    {"Volleyball", "Sports"},
    {"Wilderness", "Sports"},
    {"Wrestling", "Sports"},
    {"Technology", ""},
    {"True Crime", ""},
    {"TV & Film", ""},
    {"After Shows", "TV & Film"},
    {"Film History", "TV & Film"},
    {"Film Interviews", "TV & Film"},
    {"Film Reviews", "TV & Film"},
    {"TV Reviews", "TV & Film"},
});

std::string comparable(std::string_view name) {
    std::string text = strings::lower_ascii(strings::trimmed(name));
    strings::replace_all(text, " and ", " & ");
    return text;
}

}  // namespace

std::optional<PodcastCategory> podcast_category(std::string_view name) {
    const std::string wanted = comparable(name);
    const auto found =
        std::find_if(known_categories.begin(), known_categories.end(),
                     [&](const PodcastCategory& each) { return comparable(each.name) == wanted; });
    return found == known_categories.end() ? std::nullopt : std::optional(*found);
}

std::vector<std::string_view> podcast_category_names() {
    std::vector<std::string_view> names;
    names.reserve(known_categories.size());
    for (const PodcastCategory& each : known_categories) names.push_back(each.name);
    return names;
}

}  // namespace broadsheet::press
