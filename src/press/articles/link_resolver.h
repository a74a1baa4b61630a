// Finds what the links, pictures and recordings of an article refer to.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/publication.h"
#include "press/articles/article.h"
#include "press/articles/picture_uses.h"
#include "press/articles/recorded_lookups.h"
#include "press/articles/site_index.h"

namespace broadsheet::press {

class LinkResolver {
  public:
    // `missing`: names that were already reported. REQUIRES: the references live longer.
    LinkResolver(PlacedArticle& article, RecordedLookups& lookups, PictureUses& pictures,
                 Severity broken_link, std::vector<std::string> missing);

    // Gives links and pictures their targets on the site. What there is not is reported, and a
    // picture becomes its alternative text.
    void resolve(std::vector<model::Node>& nodes) { resolve(nodes, false); }

    // The episode of a podcast, whose player becomes the first block of `blocks`. Nothing if there
    // is no such file.
    std::optional<model::Episode> episode(const EpisodeField& field, const std::string& title,
                                          std::vector<model::Node>& blocks);

    // The picture at the head of the article. Nothing if there is no such file.
    std::optional<model::Picture> picture(const PictureField& field);

  private:
    void resolve(std::vector<model::Node>& nodes, bool in_link);
    void report_missing(const std::string& target, bool in_link = false);
    std::string remedy_of_file(const std::string& target);
    // The target of a picture on the page. Its sizes would stand still if it is animated, so it has
    // none; the fragment says so to the views.
    std::string use_of(const Asset& asset, const std::string& written,
                       const std::optional<PictureSize>& size);
    // Returns false if only the alternative text can be shown.
    bool resolve_image(model::Node& node, bool in_link);
    void report_missing_file(const std::string& target, const std::string& what);
    // Returns false if the file does not exist. A file on another site becomes a link, because
    // pages load nothing from there.
    bool resolve_recording(model::Node& node);
    const Asset* take_source(model::Node& node);
    bool resolve_track(model::Node& track);
    void resolve_link(model::Node& node);

    PlacedArticle& article_;
    RecordedLookups& index_;
    PictureUses& pictures_;
    Severity broken_link_;
    std::vector<std::string> missing_;
    std::set<std::string> reported_;
};

}  // namespace broadsheet::press
