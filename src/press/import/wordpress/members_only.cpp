#include "press/import/wordpress/members_only.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string_view>

#include "press/import/items/imported_site.h"
#include "press/import/wordpress/block_words.h"
#include "strings/ascii.h"
#include "strings/one_of.h"

namespace broadsheet::press {

namespace {

template <typename Parts>
bool has_any(std::string_view name, const Parts& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
        return name.find(part) != std::string_view::npos;
    });
}

// Shortcodes around words for members, for users with an account, or for those with a password.
bool is_members_shortcode(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>({"private",
                                                                   "ppw",
                                                                   "mepr-active",
                                                                   "mepr-show",
                                                                   "s2if",
                                                                   "restrict",
                                                                   "membership",
                                                                   "passster",
                                                                   "ihc-hide-content",
                                                                   "hidepost",
                                                                   "member",
                                                                   "members",
                                                                   "groups_member",
                                                                   "groups_can",
                                                                   "access",
                                                                   "subscriber",
                                                                   "subscribers",
                                                                   "emaillocker",
                                                                   "signinlocker",
                                                                   "wlm_private",
                                                                   "um_show_content",
                                                                   "armonly",
                                                                   "memberful",
                                                                   "pmpro_member",
                                                                   "hide_content",
                                                                   "hidden_content",
                                                                   "members_access",
                                                                   "paid",
                                                                   "premium"});
    // Parts of names, which tell other plug-ins and those of one site.
    static constexpr auto parts = std::to_array<std::string_view>(
        {"restrict",    "protect",         "logged_in",       "logged-in",      "loggedin",
         "is_member",   "ismember",        "members_only",    "members-only",   "membersonly",
         "member_only", "member-only",     "memberonly",      "member_content", "member-content",
         "paywall",     "premium_content", "premium-content", "paid_content",   "paid-content"});
    // What those see who are no members.
    static constexpr auto others =
        std::to_array<std::string_view>({"not_", "not-", "notlogged", "non_", "non-", "nonmember",
                                         "logged_out", "logged-out", "loggedout"});
    if (has_any(name, others)) return false;
    return strings::is_one_of(names, name) || has_any(name, parts);
}

bool is_members_block(std::string_view name) {
    static constexpr auto parts = std::to_array<std::string_view>(
        {"premium-content", "paywall", "membership", "member-content", "members-content",
         "members-only", "restrict", "protected", "logged-in"});
    return has_any(name, parts);
}

// The text without <pre> and <code>, in which shortcodes are only shown.
std::string without_code(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t pre = text.find("<pre");
        const std::size_t code = text.find("<code");
        const std::size_t begin = std::min(pre, code);
        out += text.substr(0, begin);
        if (begin == std::string_view::npos) break;
        const std::string_view end_tag = begin == pre ? "</pre>" : "</code>";
        const std::size_t end = text.find(end_tag, begin);
        if (end == std::string_view::npos) {
            out += text.substr(begin);
            break;
        }
        text.remove_prefix(end + end_tag.size());
    }
    return out;
}

std::string_view name_until(std::string_view text, std::string_view ends) {
    return text.substr(0, std::min(text.find_first_of(ends), text.size()));
}

// The first part of a text that is for members, as it is written there; empty if there is none.
std::string members_part(std::string_view text) {
    constexpr std::string_view shortcode_end = "[/";
    for (auto at = text.find(shortcode_end); at != std::string_view::npos;
         at = text.find(shortcode_end, at + 1)) {
        const auto name = name_until(text.substr(at + shortcode_end.size()), "] \n<");
        const std::string_view after = text.substr(at + shortcode_end.size() + name.size());
        if (after.starts_with("]]")) continue;  // [[name]text[/name]] only shows the shortcode
        constexpr std::size_t longest = 60;
        if (name.size() < longest && is_members_shortcode(strings::lower_ascii(name))) {
            return "[" + std::string(name) + "]";
        }
    }
    constexpr std::string_view block_begin = "<!-- wp:";
    for (auto at = text.find(block_begin); at != std::string_view::npos;
         at = text.find(block_begin, at + 1)) {
        const auto name = name_until(text.substr(at + block_begin.size()), " \n");
        if (is_members_block(name)) return "the block " + std::string(name);
    }
    return {};
}

constexpr std::size_t most_patterns = 1000;

// The same, of the patterns that a text shows, which may show others:
// <!-- wp:block {"ref":300} /-->.
std::string members_pattern(std::string_view text, const ImportedSite& site,
                            std::set<ItemNumber>& seen) {
    for (auto block = next_block(text, 0); block; block = next_block(text, block->end)) {
        if (block->name != "block" || block->closes) continue;
        const ItemNumber number = number_attribute(*block, "ref");
        const auto found = site.reusable.find(number);
        if (found == site.reusable.end() || seen.size() == most_patterns) continue;
        if (!seen.insert(number).second) continue;
        const std::string pattern = without_code(found->second);
        std::string part = members_part(pattern);
        if (part.empty()) part = members_pattern(pattern, site, seen);
        if (!part.empty()) return part;
    }
    return {};
}

// True if a custom field says that the whole item is for members.
bool is_members_item(const ImportRecord& item) {
    const auto is_set = [&](std::string_view name) {
        const std::string value = strings::lower_ascii(item.meta(name));
        return !value.empty() && value != "0" && value != "all" && value != "none" &&
               value != "everybody" && value != "false" && value != "no" && value != "a:0:{}";
    };
    static constexpr auto fields = std::to_array<std::string_view>(
        {"_jetpack_newsletter_access", "_jetpack_memberships_contains_paid_content",
         "_members_access_role", "rcp_subscription_level", "rcp_user_level", "rcp_access_level",
         "_is_paid", "_memberful_acl", "_wpmem_block", "ihc_mb_who"});
    if (std::any_of(fields.begin(), fields.end(), is_set)) return true;
    // Ultimate Member: 2 is for those who are logged in.
    const std::string& access = item.meta("um_content_restriction");
    const auto accessible = access.find("_um_accessible\";");
    return accessible != std::string::npos && access.find("\"2\"", accessible) < accessible + 30;
}

}  // namespace

std::string withheld_by_wordpress(const ImportRecord& item, const ImportedSite& site) {
    if (is_members_item(item)) return "for members";
    const std::string text = without_code(item.text("content:encoded"));
    std::string part = members_part(text);
    if (part.empty()) part = members_part(item.text("excerpt:encoded"));
    std::set<ItemNumber> seen;
    if (part.empty()) part = members_pattern(text, site, seen);
    return part.empty() ? part : "has parts that are not for everybody: " + part;
}

}  // namespace broadsheet::press
