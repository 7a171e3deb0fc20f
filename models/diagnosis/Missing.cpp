#include "models/diagnosis/Missing.h"

#include <QtGlobal>

namespace diagnosis {

Missing missingIn(const std::string &message)
{
    static constexpr struct { const char *word; const char *kind; } kinds[] = {{"configmap", "ConfigMap"}, {"secret", "Secret"}};
    for (const auto &each : kinds) {
        const std::string quoted = between(message, std::string(each.word) + " \"", "\" not found");
        if (!quoted.empty() && contains(message, "not found"))
            return {each.kind, quoted, {}};
        const std::string place = between(message, std::string(" in ") + each.kind + ' ', " ");
        if (!place.empty())
            return {each.kind, place.substr(place.find('/') + 1), between(message, "find key ", " in ")};
    }
    return {};
}

void adviseMissing(const Case &each, Notice &notice, const Missing &missing)
{
    const detail::Part link = detail::kindLinkPart({}, missing.kind, each.namespaceName(), missing.name);
    if (missing.key.empty()) {
        notice.sentences.emplace_back(QT_TR_NOOP("%1 %2 does not exist in this namespace."), std::vector<Argument>{missing.kind, missing.name});
        adviseObject(notice, Phrase(QT_TR_NOOP("Create it, or correct the name:")), link);
    } else {
        notice.sentences.emplace_back(QT_TR_NOOP("%1 %2 has no key %3."), std::vector<Argument>{missing.kind, missing.name, missing.key});
        adviseObject(notice, Phrase(QT_TR_NOOP("Add the key, or correct its name:")), link);
    }
}

} // namespace diagnosis
