#include "reader/reader.h"

#include <algorithm>
#include <cmath>

#include "addresses/wordpress_address.h"
#include "metadata/page_head.h"
#include "strings/hyphen_languages.h"
#include "theme/custom.h"
#include "ui/phrases.h"
#include "views/search.h"

namespace broadsheet::reader {

namespace {

constexpr int hand_over_patience = 20;  // frames
constexpr std::string_view menu_prefix = "menu-";

// Collects the targets of the table of contents, from top to bottom, with their positions.
void collect_headings(const layout::Box& box,
                      std::vector<std::pair<std::string, float>>& headings) {
    if (!box.node) return;
    if (box.node->role == page::Role::heading && !box.node->identifier.empty()) {
        headings.emplace_back(box.node->identifier, box.rect.y);
    }
    for (const layout::Box& child : box.children) collect_headings(child, headings);
}

}  // namespace

void Reader::start(const Environment& environment, const Visit& visit, const Viewport& viewport) {
    environment_ = environment;
    settings_ = ui::read_settings(environment.settings);
    viewport_ = viewport;
    scroll_y_ = visit.scroll;
    open(visit);
}

void Reader::open(const Visit& visit) {
    navigation_.open(visit);
    // The address bar shows the new address.
    const model::Path path = addresses::wordpress_path(visit.path);
    if (path != visit.path) navigation_.redirect(path);
    request_missing();
}

void Reader::give_words() {
    using ui::Phrase;
    std::string words;
    for (const Phrase each :
         {Phrase::copied, Phrase::copy_refused, Phrase::loading, Phrase::picture, Phrase::close,
          Phrase::new_edition, Phrase::show_edition, Phrase::kept_for_later, Phrase::not_kept,
          Phrase::previous, Phrase::next, Phrase::field_missing, Phrase::email_wrong,
          Phrase::listen, Phrase::listen_back, Phrase::pause, Phrase::resume, Phrase::listen_on,
          Phrase::listen_speed}) {
        if (!words.empty()) words += '\x1f';
        words += ui::phrase(loader_->publication().site, each);
    }
    host_.set_phrases(words);
}

// The first page is already readable as HTML. It is drawn in steps, so that input is never blocked
// for long. Later pages are drawn in one step.
void Reader::show() {
    if (!shown_once_) {
        step_ = Step::view;
        host_.request_step(false);
        return;
    }
    if (!make_page()) return;
    lay_out();
    host_.request_frame();
    arrive();
}

// Returns false if there is nothing to show, because another page is pending or the browser loads
// the URL.
bool Reader::make_page() {
    if (!shown_once_) give_words();
    const model::Path path = navigation_.pending()->path;
    const model::Entry* entry = loader_->publication().entry(path);
    const addresses::Route route = route_of(path);
    if (route.kind == addresses::RouteKind::entry && entry &&
        entry->kind == model::EntryKind::redirect) {
        if (!entry->redirect.starts_with("/") || !navigation_.redirect(entry->redirect)) {
            leave(entry->redirect);
            return false;
        }
        request_missing();
        return false;
    }
    count_visit();
    close_menus();
    comments_height_ = 0;
    page::Page page = views::view(loader_->publication(), route, state());
    // An unknown path may be a file of the host, but not the one that the browser has just loaded.
    const bool was_loaded = !shown_once_ && !(navigation_.is_redirected() && page.path.empty());
    if (was_loaded && page.path.empty()) {
        const model::Path owner(addresses::path_of_owner(path));
        if (owner != path && navigation_.redirect(owner)) {
            request_missing();
            return false;
        }
    }
    if (!page.findable && !was_loaded && !addresses::is_query_path(path)) {
        leave(path);
        return false;
    }
    if (!shown_once_ && environment_.has_content && page.path.empty() &&
        !addresses::is_query_path(path)) {
        host_.give_up({});  // the data do not have this page
        return false;
    }
    page_ = std::move(page);
    page_changes_.forget();
    failure_.reset();
    former_loader_.reset();
    navigation_.arrive();
    show_document();
    if (const auto request = request_of(route);
        request && (!results_ || results_->request != *request)) {
        ask_search(*request);
    }
    return true;
}

// Remembers which articles there are, so that those of the next visit can be marked as new.
void Reader::count_visit() {
    const model::Site& site = loader_->publication().site;
    if (site.recent.empty() || !settings_.marks_new) return;
    const std::int64_t newest = model::seconds_since_epoch(site.recent.front().date);
    settings_ = ui::after_visit(settings_, newest, host_.now());
    host_.keep_settings(ui::settings_text(settings_));
}

void Reader::arrive() {
    const Visit& visit = navigation_.current();
    host_.show_address(visit.path, visit.fragment, visit.address);
    if (shown_once_) {
        host_.page_changed(page_.title);
        scroll_y_ = visit.scroll;
        if (visit.fragment.empty()) {
            host_.scroll_to(visit.scroll);
        } else {
            host_.scroll_to_fragment(visit.fragment);
        }
    }
    shown_once_ = true;
}

void Reader::button_pressed(page::Action action, std::string_view key) {
    if (action == page::Action::retry) {
        open(Visit(navigation_.current()));
        return;
    }
    if (action == page::Action::embed_show) shown_embeds_.emplace(key);
    if (action == page::Action::consent_withdraw) {
        shown_embeds_.clear();
        commented_.clear();
    }
    if (action == page::Action::comments_show) commented_ = navigation_.current().path;
    if (action == page::Action::comments_height) {
        constexpr int max_height = 100'000;
        int height = 0;
        for (const char digit : key) {
            if (digit < '0' || digit > '9' || height > max_height) return;
            height = height * 10 + (digit - '0');
        }
        if (height == comments_height_) return;
        comments_height_ = height;
    }
    const ui::Settings changed = ui::after(settings_, action, key);
    if (changed != settings_) {
        settings_ = changed;
        host_.keep_settings(ui::settings_text(settings_));
    }
    if (const std::string patterns = missing_patterns(); !patterns.empty()) {
        navigation_.request({patterns});
    }
    refresh();
}

void Reader::toggled(std::string_view key, bool open) {
    const std::string name(key);
    // Menus lie over the page, so only one may be open.
    if (open && key.starts_with(menu_prefix)) close_menus();
    if (key == "contents" && settings_.contents_closed == open) {
        settings_.contents_closed = !open;
        host_.keep_settings(ui::settings_text(settings_));
    }
    const auto known = disclosures_.find(name);
    if (known != disclosures_.end() && known->second == open) return;
    if (open && key == views::search_menu_key) ask_search({});
    disclosures_[name] = open;
    refresh();
}

addresses::Route Reader::route_of(std::string_view path) const {
    return addresses::parse_route(path, loader_->publication().site.taxonomies);
}

void Reader::close_menus() {
    std::erase_if(disclosures_, [](const auto& one) { return one.first.starts_with(menu_prefix); });
}

views::ReaderState Reader::state() const {
    views::ReaderState state;
    state.today = host_.today();
    state.interactive = true;
    state.can_share = environment_.can_share;
    state.voices = environment_.voices;
    state.settings = settings_;
    state.disclosures = disclosures_;
    state.typed = typed_;
    state.found = found_;
    state.results = results_;
    state.shown_embeds = shown_embeds_;
    state.shows_comments = !commented_.empty() && commented_ == navigation_.current().path;
    state.comments_height = comments_height_;
    state.site_url = environment_.site_url;
    return state;
}

model::TextLines Reader::lines() const {
    return ui::lines_of(settings_, loader_->publication().site);
}

// The file of hyphenation patterns for the text at `path`; empty: there is none. An article has
// that of its own language once it is known.
std::string Reader::patterns_of(const model::Path& path) const {
    const model::Site& site = loader_->publication().site;
    if (!site.hyphens) return {};
    const model::Entry* entry = loader_->publication().entry(path);
    const std::string_view patterns = strings::hyphenation_patterns(
        entry && !entry->language.empty() ? entry->language : site.language);
    return patterns.empty() ? std::string() : strings::hyphenation_file(patterns);
}

// The file of patterns that is still to be fetched; empty: none. Text that is not justified needs
// none.
std::string Reader::missing_patterns() const {
    if (!loader_->has_start() || lines() != model::TextLines::justified) return {};
    const Visit* pending = navigation_.pending();
    std::string file = patterns_of(pending ? pending->path : navigation_.current().path);
    return hyphenators_.contains(file) ? std::string() : file;
}

const layout::Hyphenator* Reader::hyphenator() const {
    const auto known = hyphenators_.find(patterns_of(page_.path));
    return known == hyphenators_.end() ? nullptr : &known->second;
}

bool Reader::is_dark() const {
    if (settings_.scheme == ui::Scheme::device) return environment_.dark;
    return settings_.scheme == ui::Scheme::dark;
}

void Reader::refresh() {
    if (navigation_.pending() || (!shown_once_ && step_ == Step::none)) return;
    composition_.reset();
    page_ = failure_ ? views::failure_view(loader_->publication(), state(), *failure_)
                     : views::view(loader_->publication(), route_of(navigation_.current().path),
                                   state());
    page_changes_.remove_again(page_);
    if (shown_once_) {
        lay_out();
        host_.request_frame();
    } else {
        step_ = Step::compose;
    }
}

// Marks the last heading that is near or above the top of the window.
void Reader::mark_section() {
    const float line = scroll_y_ + viewport_.height / 8;
    std::string section;
    for (const auto& [fragment, top] : headings_) {
        if (top > line) break;
        section = fragment;
    }
    if (section == marked_section_) return;
    marked_section_ = section;
    host_.mark_section(section);
}

std::string Reader::head_records() const {
    page::Head head;
    if (!failure_) {
        head = metadata::page_head(loader_->publication(), route_of(navigation_.current().path),
                                   page_);
    }
    std::string records;
    const auto add = [&](std::string_view field) { records.append(field) += '\x1f'; };
    for (const auto& element : page::head_elements(page_, head, environment_.base_path)) {
        add(element.name);
        add(element.text);
        for (const page::Attribute& attribute : element.attributes) {
            add(attribute.name);
            add(attribute.value);
        }
        records += '\x1e';
    }
    return records;
}

void Reader::show_document() {
    host_.show_loading(false);
    // The language affects the forms of letters and their capitals.
    if (page_.language != language_ && !language_.empty()) painter_.forget_textures();
    language_ = page_.language;
    // The first page's head is that of its HTML.
    host_.show_document(page_.title, page_.language,
                        page_.direction == page::Direction::right_to_left,
                        shown_once_ ? head_records() : std::string());
}

void Reader::lay_out() {
    needs_layout_ = false;
    const layout::Rooms rooms = page_changes_.rooms(page_);
    layout_ = layout::layout_page(page_, viewport_.width, reading(), host_.text_measure(),
                                  hyphenator(), rooms.empty() ? nullptr : &rooms);
    layout_changed(text_layer_changes());
}

std::string Reader::text_layer_changes() {
    const model::Site& site = loader_->publication().site;
    const TextLayerWords words = {
        ui::phrase(site, ui::Phrase::code_scrolls), ui::phrase(site, ui::Phrase::table_scrolls),
        ui::phrase(site, ui::Phrase::task_done), ui::phrase(site, ui::Phrase::task_open)};
    return text_layer_.update(
        build_text_layer(layout_, environment_.base_path, viewport_.device_pixel_ratio, words));
}

void Reader::layout_changed(std::string_view text_layer_changes) {
    painter_.layout_changed();
    host_.patch_text_layer(text_layer_changes);
    headings_.clear();
    collect_headings(layout_.root, headings_);
    marked_section_.clear();
    mark_section();
    place_canvas(true);
}

const theme::Palette& Reader::palette() {
    if (themed_for_ != loader_->publication().site.look) {
        themed_for_ = loader_->publication().site.look;
        theme_ = theme::customised(themed_for_);
    }
    return is_dark() ? theme_.dark : theme_.light;
}

void Reader::place_canvas(bool force) {
    if (!canvas_.place(viewport_, layout_.height, scroll_y_, force)) return;
    words_ahead_ = false;
    host_.request_frame();
}

void Reader::magnified(const Magnified& magnified) {
    const bool was_magnified = canvas_.is_magnified();
    canvas_.magnify(magnified);
    if (shown_once_) place_canvas(was_magnified != canvas_.is_magnified());
}

void Reader::resized(const Viewport& viewport) {
    if (viewport == viewport_) return;
    const bool ratio_changed = viewport.device_pixel_ratio != viewport_.device_pixel_ratio;
    // Styles depend on the width for media queries too. On phones it may follow later.
    const bool width_changed =
        viewport.width != viewport_.width || viewport.media_width != viewport_.media_width;
    const bool changes_layout =
        width_changed || ratio_changed || viewport.text_base != viewport_.text_base;
    viewport_ = viewport;
    if (ratio_changed) painter_.forget_textures();
    if (changes_layout && step_ > Step::compose) step_ = Step::compose;
    if (!shown_once_) return;
    if (changes_layout) {
        needs_layout_ = true;
    } else {
        place_canvas(true);
    }
    host_.request_frame();
}

void Reader::scrolled(float y) {
    scroll_y_ = y;
    if (!shown_once_) return;
    place_canvas(false);
    mark_section();
}

void Reader::scrolled_sideways(int box, float x) {
    painter_.scroll_sideways(box, x);
    host_.request_frame();
}

void Reader::color_scheme_changed(bool dark) {
    environment_.dark = dark;
    if (shown_once_) host_.request_frame();
}

void Reader::pointer_moved(float x, float y, bool pressed) {
    // Pressing changes the canvas. Hovering is shown by the style sheet.
    const bool shows = pressed || pointer_.pressed;
    pointer_ = {x, y, pressed};
    if (shown_once_ && shows) host_.request_frame();
}

void Reader::picture_arrived(int id, bool usable) {
    // Pictures that the prerendered HTML already showed do not fade in again.
    painter_.picture_arrived(id, usable, handed_over_ && !host_.reduces_motion());
    if (usable || !handed_over_) host_.request_frame();
}

void Reader::surface_changed() {
    painter_.forget_textures();
    if (step_ > Step::compose) step_ = Step::compose;
    if (!shown_once_) return;
    needs_layout_ = true;
    host_.request_frame();
}

void Reader::boxes_changed(std::string_view records) {
    if (!shown_once_) return;
    if (records == shown_again) {
        page_changes_.forget();
        text_layer_.forget();
        refresh();
        return;
    }
    page_changes_.take(records, page_, text_layer_, layout_);
    lay_out();
    host_.request_frame();
}

void Reader::frame() {
    if (!shown_once_) return;
    if (needs_layout_) lay_out();
    host_.place_canvas(canvas_.area());
    if (waits_for_pictures()) return;
    painter_.paint(layout_, canvas_.area(), pointer_, palette());
    if (!handed_over_ && !waits_for_pictures()) {
        handed_over_ = true;
        host_.hand_over();
    }
    if (handed_over_ && !words_ahead_) host_.request_step(true);
}

// True if the prerendered HTML stays for another frame, which nothing is painted for: it already
// shows the pictures that are missing. They are awaited for a moment only.
bool Reader::waits_for_pictures() {
    if (handed_over_ || !painter_.misses_pictures()) return false;
    if (++frames_before_hand_over_ >= hand_over_patience) return false;
    host_.request_frame();
    return true;
}

}  // namespace broadsheet::reader
