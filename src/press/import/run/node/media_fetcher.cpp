#include "press/import/run/media_fetcher.h"

namespace broadsheet::press {

std::vector<FetchResult> fetch_files(const std::vector<FetchRequest>& requests,
                                     const FetchOptions& /*options*/) {
    FetchResult none;
    none.problem = "the tool for Node.js cannot fetch files";
    return std::vector<FetchResult>(requests.size(), none);
}

}  // namespace broadsheet::press
