#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct WebhookConfiguration : Fields
{
    using Fields::Fields;

    Items webhooks = plan.items("webhooks");
};

const Column columns[] = {{"Name"}, {"Webhooks"}, {"Age"}};

void write(const WebhookConfiguration &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.integer(static_cast<std::int64_t>(object.count(f.webhooks)));
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {
    makeKind<WebhookConfiguration, write, "admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration">(
        "mutatingwebhookconfigurations", Scope::Cluster, columns),
    makeKind<WebhookConfiguration, write, "admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration">(
        "validatingwebhookconfigurations", Scope::Cluster, columns),
};

} // namespace

constinit const std::span<const Kind> webhookKinds = list;

} // namespace kinds
