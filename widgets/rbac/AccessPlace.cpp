#include "widgets/rbac/AccessPlace.h"

#include "models/rbac/Centre.h"
#include "models/rbac/Identity.h"
#include "models/rbac/Refusal.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>
#include <iterator>

namespace rbac {

namespace {

constexpr const char *ofWord = "of:";
constexpr const char *askWord = "ask:";

QString encoded(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text, " \"/(){}':@*")); }
QString decoded(const QString &text) { return QUrl::fromPercentEncoding(text.toUtf8()); }

std::vector<ObjectRef> referencesIn(const QString &list)
{
    std::vector<ObjectRef> out;
    for (const QString &each : list.split(u',', Qt::SkipEmptyParts)) {
        const auto ref = ObjectRef::parse(decoded(each).toStdString());
        if (ref && !ref->name.empty() && out.size() < Centre::Most)
            out.push_back(*ref);
    }
    return out;
}

constexpr std::array<std::string_view, 8> kinds = {"ServiceAccount", "User", "Group", "Pod", "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"};

ObjectRef meantBy(const std::string &word)
{
    if (const auto ref = ObjectRef::parse(word); ref && std::ranges::find(kinds, ref->kind) != kinds.end())
        return *ref;
    const std::size_t slash = word.find('/');
    if (slash != std::string::npos && slash > 0 && slash + 1 < word.size())
        return ServiceAccountRef{word.substr(0, slash), word.substr(slash + 1)}.ref();
    return Identity::authenticated(word, {}).ref();
}

QString wordFor(const ObjectRef &ref)
{
    return QString::fromStdString(ref.kind == "ServiceAccount" ? ref.namespaceName + '/' + ref.name : ref.text());
}

} // namespace

AccessPlace AccessPlace::ofWords(const QString &words)
{
    AccessPlace place;
    for (const QString &each : words.split(u',', Qt::SkipEmptyParts)) {
        const std::string word = each.trimmed().toStdString();
        if (!word.empty() && place.middle.size() < Centre::Most)
            place.middle.push_back(meantBy(word));
    }
    return place;
}

QString AccessPlace::words() const
{
    QStringList all;
    std::ranges::transform(middle, std::back_inserter(all), wordFor);
    return all.join(QStringLiteral(", "));
}

base::Address AccessPlace::addressFor(const base::Address &address)
{
    AccessPlace place;
    const std::string name = address.name.toStdString();
    const QString accounts = QStringLiteral("serviceaccounts");
    if (address.place == u"users" && address.isObject())
        place.middle = {Identity::authenticated(name, {}).ref()};
    else if (address.place == u"groups" && address.isObject())
        place.middle = {{"Group", {}, name}};
    else if (address.place == accounts && address.name.contains(u','))
        place = ofWords(QString(address.namespaceName + u'/' + address.name).remove(accounts + u'/'));
    return place.middle.empty() ? address : base::Address{QStringLiteral("ask"), {}, {}, place.toPart()};
}

QString AccessPlace::toPart() const
{
    if (!question.isEmpty())
        return QLatin1String(askWord) + encoded(question);
    QStringList references;
    for (const ObjectRef &ref : middle)
        references << encoded(QString::fromStdString(ref.text()));
    return references.isEmpty() ? QString() : QLatin1String(ofWord) + references.join(u',');
}

AccessPlace AccessPlace::parse(const QString &part)
{
    if (part.startsWith(QLatin1String(ofWord)))
        return {referencesIn(part.mid(qstrlen(ofWord))), {}};
    if (!part.startsWith(QLatin1String(askWord)))
        return {};
    AccessPlace place{{}, decoded(part.mid(qstrlen(askWord)))};
    if (const auto refusal = readRefusal(place.question.toStdString()))
        place.middle.push_back(Identity::authenticated(refusal->user, {}).ref());
    return place;
}

} // namespace rbac
