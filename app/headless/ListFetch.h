#pragma once

#include "models/base/Result.h"
#include "models/kube/Api.h"
#include "models/kube/ItemStreams.h"

#include <functional>
#include <string>
#include <vector>

namespace headless {

/// What the items of one list answer are given to, on the I/O thread.
class ListConsumer
{
public:
    virtual ~ListConsumer() = default;
    virtual void columns(std::vector<kube::TableColumn>) { }
    virtual base::Result<void> item(kube::ItemFormat format, std::string_view item) = 0;
};

/// One list request and who takes its items.
struct ListPart
{
    kube::ApiRequest request;
    kube::ItemFormat format = kube::ItemFormat::Json;
    ListConsumer *consumer = nullptr;
    const kube::ResourceType *type = nullptr;   ///< of the items; null: any
};

/// Sends all requests at once and waits for all of them; the first error ends the rest. Gives what each list says about
/// itself, in the order of the parts. What is no such list is an error.
base::Result<std::vector<text::ListHead>> fetchLists(kube::Api &api, std::vector<ListPart> parts);

} // namespace headless
