#include "press/pages/comments_page.h"

#include "press/html/entity.h"
#include "press/pages/view_counter.h"

namespace broadsheet::press {

std::string comments_page(const LoadedSite& site, std::string_view script) {
    const std::string& service = site.comment_server;  // "isso https://comments.paper.example"
    const std::string provider = service.substr(0, service.find(' '));
    const std::string server = service.substr(provider.size() + 1);
    const std::string origin = origin_of_url(server);
    // The providers' scripts set styles, and their pictures may be drawn in the page.
    const std::string policy =
        "default-src 'none'; script-src 'self' " + origin + "; style-src 'unsafe-inline' " +
        origin + "; img-src data: " + origin + "; font-src " + origin + "; connect-src " + origin +
        "; form-action " + origin + "; base-uri 'none'";
    std::string title;
    append_escaped(title, site.publication.site.title);
    return "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
           policy +
           "\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
           "<meta name=\"robots\" content=\"noindex\">\n<title>" +
           title + "</title>\n<script type=\"module\" src=\"" + std::string(script) +
           "\" data-provider=\"" + provider + "\" data-server=\"" + server +
           "\"></script>\n</head>\n<body></body>\n</html>\n";
}

}  // namespace broadsheet::press
