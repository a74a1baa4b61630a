#include "press/punctuation/emoji.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "press/punctuation/punctuation.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using NamedEmoji = std::pair<std::string_view, std::string_view>;

// Sorted by name.
// clang-format off
constexpr auto emoji_names = std::to_array<NamedEmoji>({
    {"+1", "👍"},
    {"-1", "👎"},
    {"100", "💯"},
    {"airplane", "✈️"},
    {"alarm_clock", "⏰"},
    {"angry", "😠"},
    {"apple", "🍎"},
    {"arrow_down", "⬇️"},
    {"arrow_left", "⬅️"},
    {"arrow_right", "➡️"},
    {"arrow_up", "⬆️"},
    {"art", "🎨"},
    {"astonished", "😲"},
    {"balloon", "🎈"},
    {"bar_chart", "📊"},
    {"beer", "🍺"},
    {"beers", "🍻"},
    {"bell", "🔔"},
    {"bike", "🚲"},
    {"bird", "🐦"},
    {"birthday", "🎂"},
    {"blue_heart", "💙"},
    {"blush", "😊"},
    {"book", "📖"},
    {"bookmark", "🔖"},
    {"books", "📚"},
    {"boom", "💥"},
    {"brain", "🧠"},
    {"broken_heart", "💔"},
    {"bug", "🐛"},
    {"bulb", "💡"},
    {"bus", "🚌"},
    {"cake", "🍰"},
    {"calendar", "📆"},
    {"camera", "📷"},
    {"car", "🚗"},
    {"cat", "🐱"},
    {"chart_with_upwards_trend", "📈"},
    {"checkered_flag", "🏁"},
    {"cherry_blossom", "🌸"},
    {"christmas_tree", "🎄"},
    {"clap", "👏"},
    {"clipboard", "📋"},
    {"cloud", "☁️"},
    {"coffee", "☕"},
    {"computer", "💻"},
    {"confetti_ball", "🎊"},
    {"confused", "😕"},
    {"construction", "🚧"},
    {"cookie", "🍪"},
    {"cool", "🆒"},
    {"copyright", "©️"},
    {"credit_card", "💳"},
    {"crossed_fingers", "🤞"},
    {"crown", "👑"},
    {"cry", "😢"},
    {"dancer", "💃"},
    {"dart", "🎯"},
    {"dog", "🐶"},
    {"dollar", "💵"},
    {"earth_africa", "🌍"},
    {"earth_americas", "🌎"},
    {"earth_asia", "🌏"},
    {"email", "📧"},
    {"envelope", "✉️"},
    {"exclamation", "❗"},
    {"expressionless", "😑"},
    {"eyes", "👀"},
    {"facepalm", "🤦"},
    {"fearful", "😨"},
    {"file_folder", "📁"},
    {"fire", "🔥"},
    {"fireworks", "🎆"},
    {"fish", "🐟"},
    {"flushed", "😳"},
    {"four_leaf_clover", "🍀"},
    {"fox_face", "🦊"},
    {"frog", "🐸"},
    {"frowning", "😦"},
    {"gear", "⚙️"},
    {"gem", "💎"},
    {"ghost", "👻"},
    {"gift", "🎁"},
    {"globe_with_meridians", "🌐"},
    {"green_heart", "💚"},
    {"grimacing", "😬"},
    {"grin", "😁"},
    {"grinning", "😀"},
    {"guitar", "🎸"},
    {"hammer", "🔨"},
    {"hammer_and_wrench", "🛠️"},
    {"handshake", "🤝"},
    {"hatching_chick", "🐣"},
    {"headphones", "🎧"},
    {"heart", "❤️"},
    {"heart_eyes", "😍"},
    {"heartbeat", "💓"},
    {"heavy_check_mark", "✔️"},
    {"heavy_plus_sign", "➕"},
    {"hourglass", "⌛"},
    {"house", "🏠"},
    {"hugs", "🤗"},
    {"information_source", "ℹ️"},
    {"innocent", "😇"},
    {"iphone", "📱"},
    {"joy", "😂"},
    {"key", "🔑"},
    {"keyboard", "⌨️"},
    {"kiss", "💋"},
    {"kissing_heart", "😘"},
    {"laughing", "😆"},
    {"leaves", "🍃"},
    {"lemon", "🍋"},
    {"link", "🔗"},
    {"lock", "🔒"},
    {"loudspeaker", "📢"},
    {"mag", "🔍"},
    {"mailbox", "📫"},
    {"mask", "😷"},
    {"mega", "📣"},
    {"memo", "📝"},
    {"microphone", "🎤"},
    {"money_with_wings", "💸"},
    {"monkey", "🐒"},
    {"moon", "🌔"},
    {"mountain", "⛰️"},
    {"muscle", "💪"},
    {"musical_note", "🎵"},
    {"nerd_face", "🤓"},
    {"neutral_face", "😐"},
    {"new", "🆕"},
    {"newspaper", "📰"},
    {"no_entry", "⛔"},
    {"octopus", "🐙"},
    {"ok", "🆗"},
    {"ok_hand", "👌"},
    {"open_mouth", "😮"},
    {"package", "📦"},
    {"paperclip", "📎"},
    {"partying_face", "🥳"},
    {"pencil", "📝"},
    {"pencil2", "✏️"},
    {"penguin", "🐧"},
    {"pensive", "😔"},
    {"phone", "☎️"},
    {"pill", "💊"},
    {"pizza", "🍕"},
    {"point_down", "👇"},
    {"point_left", "👈"},
    {"point_right", "👉"},
    {"point_up", "☝️"},
    {"pray", "🙏"},
    {"purple_heart", "💜"},
    {"pushpin", "📌"},
    {"question", "❓"},
    {"rabbit", "🐰"},
    {"rage", "😡"},
    {"rainbow", "🌈"},
    {"raised_hands", "🙌"},
    {"recycle", "♻️"},
    {"relaxed", "☺️"},
    {"relieved", "😌"},
    {"robot", "🤖"},
    {"rocket", "🚀"},
    {"rofl", "🤣"},
    {"rose", "🌹"},
    {"rotating_light", "🚨"},
    {"running", "🏃"},
    {"scream", "😱"},
    {"see_no_evil", "🙈"},
    {"seedling", "🌱"},
    {"shrug", "🤷"},
    {"skull", "💀"},
    {"sleeping", "😴"},
    {"sleepy", "😪"},
    {"slightly_smiling_face", "🙂"},
    {"smile", "😄"},
    {"smiley", "😃"},
    {"smiley_cat", "😺"},
    {"smirk", "😏"},
    {"snail", "🐌"},
    {"snake", "🐍"},
    {"snowflake", "❄️"},
    {"snowman", "⛄"},
    {"sob", "😭"},
    {"sparkles", "✨"},
    {"sparkling_heart", "💖"},
    {"speech_balloon", "💬"},
    {"star", "⭐"},
    {"star2", "🌟"},
    {"stuck_out_tongue", "😛"},
    {"stuck_out_tongue_winking_eye", "😜"},
    {"sun_with_face", "🌞"},
    {"sunflower", "🌻"},
    {"sunglasses", "😎"},
    {"sunny", "☀️"},
    {"sunrise", "🌅"},
    {"sushi", "🍣"},
    {"sweat", "😓"},
    {"sweat_smile", "😅"},
    {"tada", "🎉"},
    {"taxi", "🚕"},
    {"tea", "🍵"},
    {"telescope", "🔭"},
    {"thinking", "🤔"},
    {"thumbsdown", "👎"},
    {"thumbsup", "👍"},
    {"toolbox", "🧰"},
    {"trophy", "🏆"},
    {"tropical_drink", "🍹"},
    {"truck", "🚚"},
    {"tulip", "🌷"},
    {"turtle", "🐢"},
    {"tv", "📺"},
    {"umbrella", "☔"},
    {"unamused", "😒"},
    {"unicorn", "🦄"},
    {"unlock", "🔓"},
    {"upside_down_face", "🙃"},
    {"v", "✌️"},
    {"warning", "⚠️"},
    {"watch", "⌚"},
    {"watermelon", "🍉"},
    {"wave", "👋"},
    {"whale", "🐳"},
    {"white_check_mark", "✅"},
    {"wine_glass", "🍷"},
    {"wink", "😉"},
    {"worried", "😟"},
    {"wrench", "🔧"},
    {"writing_hand", "✍️"},
    {"x", "❌"},
    {"yellow_heart", "💛"},
    {"yum", "😋"},
    {"zap", "⚡"},
    {"zipper_mouth_face", "🤐"},
    {"zzz", "💤"},
});
// clang-format on

bool is_emoji_name(std::string_view name) {
    return std::all_of(name.begin(), name.end(), [](char c) {
        return strings::is_letter(c) || strings::is_digit(c) || c == '_' || c == '+' || c == '-';
    });
}

std::string with_emoji(std::string_view text) {
    constexpr std::size_t longest = 40;
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto close =
            text[i] == ':' ? text.substr(0, i + longest).find(':', i + 1) : std::string_view::npos;
        if (close == std::string_view::npos) {
            out += text[i++];
            continue;
        }
        // The hyphen of ":-1:" may be marked.
        const std::string name = without_sign_marks(text.substr(i + 1, close - i - 1));
        const std::string_view emoji = is_emoji_name(name) ? emoji_of(name) : std::string_view();
        if (emoji.empty()) {
            out += text[i++];
        } else {
            out += emoji;
            i = close + 1;
        }
    }
    return out;
}

}  // namespace

std::string_view emoji_of(std::string_view name) {
    const auto found = std::lower_bound(
        emoji_names.begin(), emoji_names.end(), name,
        [](const NamedEmoji& each, std::string_view wanted) { return each.first < wanted; });
    return found != emoji_names.end() && found->first == name ? found->second : std::string_view();
}

std::string_view name_of_emoji(std::string_view emoji) {
    constexpr std::string_view selector = "\xEF\xB8\x8F";
    for (const auto& [name, sign] : emoji_names) {
        const bool is_same =
            sign == emoji || (sign.starts_with(emoji) && sign.substr(emoji.size()) == selector);
        if (is_same && !emoji.empty()) return name;
    }
    return {};
}

void replace_emoji(std::vector<model::Node>& nodes) {
    for (model::Node& node : nodes) {
        if (node.kind == model::NodeKind::text && node.text.find(':') != std::string::npos) {
            node.text = with_emoji(node.text);
        }
        replace_emoji(node.children);
    }
}

}  // namespace broadsheet::press
