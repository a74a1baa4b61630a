// What is fetched for the pending page, and what is done if it does not arrive.
#include <memory>
#include <optional>
#include <utility>

#include "reader/reader.h"
#include "strings/hyphen_languages.h"
#include "ui/phrases.h"

namespace broadsheet::reader {

void Reader::request_missing() {
    std::vector<std::string> files = loader_->missing(route_of(navigation_.pending()->path));
    if (std::string patterns = missing_patterns(); !patterns.empty()) {
        files.push_back(std::move(patterns));
    }
    if (files.empty()) {
        show();
        return;
    }
    host_.show_loading(true);
    navigation_.request(files);
}

void Reader::file_arrived(int request, Arrival arrival, std::string_view bytes) {
    const bool found = arrival == Arrival::found;
    const std::optional<std::string> file = navigation_.take_answer(request);
    if (!file) return;
    if (strings::is_hyphenation_file(*file)) {
        // Without patterns, words stay whole.
        hyphenators_.emplace(*file, found ? layout::Hyphenator(bytes) : layout::Hyphenator());
        if (!navigation_.pending()) return refresh();
        if (!navigation_.waits_for_files()) request_missing();
        return;
    }
    std::string error = ui::phrase(loader_->publication().site, ui::Phrase::file_missing, {*file});
    if (found) error = loader_->take(*file, bytes);
    if (!error.empty()) {
        if (navigation_.pending()) data_failed({error, arrival == Arrival::unreachable});
        return;
    }
    if (navigation_.pending() && !navigation_.waits_for_files()) request_missing();
}

// A file that is gone or damaged often means that the site was published again, so its manifest is
// read anew, once. If that does not help, the host may still have the page itself.
void Reader::data_failed(views::Failure failure) {
    if (failure.offline || !shown_once_) {
        show_failure(std::move(failure));
    } else if (former_loader_) {
        leave(navigation_.pending()->path);
    } else {
        former_loader_ = std::exchange(loader_, std::make_unique<Loader>());
        loader_->take_site(*former_loader_);
        navigation_.forget_requests();
        request_missing();
    }
}

void Reader::restore_loader() {
    if (!former_loader_) return;
    former_loader_->take_site(*loader_);
    loader_ = std::move(former_loader_);
}

void Reader::leave(std::string_view target) {
    const std::string address(target);
    restore_loader();
    navigation_.give_up();
    host_.show_loading(false);
    host_.leave(address);
}

void Reader::show_failure(views::Failure failure) {
    host_.show_loading(false);
    // The prerendered HTML is still visible, which is better than any message.
    if (!shown_once_) {
        host_.give_up(failure.what);
        return;
    }
    restore_loader();
    failure_ = std::move(failure);
    page_ = views::failure_view(loader_->publication(), state(), *failure_);
    page_changes_.forget();
    // The address bar shows the URL of the failed page, so that back, reload and retry work.
    const Visit& visit = *navigation_.pending();
    host_.show_address(visit.path, visit.fragment, visit.address);
    navigation_.arrive_at_failure();
    show_document();
    lay_out();
    host_.request_frame();
    host_.page_changed(page_.title);
    scroll_y_ = 0;
    host_.scroll_to(0);
}

}  // namespace broadsheet::reader
