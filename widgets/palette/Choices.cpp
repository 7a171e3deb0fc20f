#include "widgets/palette/Choices.h"

#include "models/cluster/Clusters.h"
#include "models/kinds/Groups.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/Feature.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/Page.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Shell.h"
#include "widgets/base/Shortcuts.h"

#include <QPointer>

namespace palette {

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("palette", english);
}

QString fromWords(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list << QString::fromStdString(text);
    return list.join(u' ');
}

Choice choiceOf(const base::Command &command, const QKeySequence &keys)
{
    QString name = command.name;
    return {QStringLiteral("command:") + command.name, command.title(), command.english.isEmpty() ? name.replace(u'-', u' ') : command.english,
            keys.toString(QKeySequence::NativeText), command.refusal(), command.run};
}

void addCommands(std::vector<Choice> &choices, const base::Registry &registry, base::Shell &shell)
{
    if (base::Page *page = shell.page()) {
        for (base::Command &command : page->commands()) {
            command.run = [page = QPointer(page), run = std::move(command.run)] {
                if (page)
                    run();
            };
            choices.push_back(choiceOf(command, command.shortcut));
        }
    }
    const base::Shortcuts shortcuts(shell.clusters().settings(), registry);
    for (const base::Command &command : registry.commands())
        choices.push_back(choiceOf(command, shortcuts.of(command)));
}

void addPages(std::vector<Choice> &choices, const base::Registry &registry, base::Shell &shell)
{
    for (const base::PageEntry &entry : registry.pages()) {
        if (!*entry.title.english)
            continue;
        const QString refusal = entry.needsCluster && !shell.view() ? words(QT_TRANSLATE_NOOP("palette", "No cluster is shown")) : QString();
        choices.push_back({QStringLiteral("page:") + entry.name, entry.title.translated(), entry.title.inEnglish(), words(QT_TRANSLATE_NOOP("palette", "Page")), refusal,
                           [&shell, name = entry.name] { shell.open({name, {}, {}, {}}); }});
    }
}

void addKinds(std::vector<Choice> &choices, base::Shell &shell)
{
    if (!shell.view())
        return;
    for (const kinds::SubjectGroup &group : kinds::groupBySubject(shell.view()->cluster().catalog())) {
        for (const kube::ResourceType &type : group.types) {
            const QString name = QString::fromStdString(type.qualifiedName());
            choices.push_back({QStringLiteral("kind:") + name, base::oneLine(kinds::pluralTitle(type)), name + u' ' + fromWords(type.shortNames),
                               words(QT_TRANSLATE_NOOP("palette", "Kind")), {}, [&shell, name] { shell.open({name, {}, {}, {}}); }});
        }
    }
}

void addContexts(std::vector<Choice> &choices, base::Shell &shell)
{
    cluster::Clusters &clusters = shell.clusters();
    for (const kube::CatalogEntry &entry : clusters.entries()) {
        const cluster::EntryId id = cluster::EntryId::of(entry);
        const cluster::ConnectedCluster *connected = clusters.connected(id);
        if (shell.view() && connected == &shell.view()->cluster())
            continue;
        const QString refusal = entry.error() ? base::oneLine(entry.error()->message) : QString();
        const std::string shown = clusters.shownName(id);
        choices.push_back({QStringLiteral("context:") + QString::fromStdString(entry.file + '\n' + entry.context.context),
                           words(QT_TRANSLATE_NOOP("palette", "Switch to %1")).arg(base::oneLine(shown)), QString::fromStdString(shown == id.context ? entry.file : id.context + "  ·  " + entry.file),
                           connected ? base::describe(connected->health()).word : words(QT_TRANSLATE_NOOP("palette", "Context")), refusal, [&shell, id] {
                               if (cluster::ConnectedCluster *cluster = shell.clusters().connectTo(id))
                                   shell.bringToFront(*cluster);
                           }});
    }
}

} // namespace

std::vector<Choice> choicesOf(const base::Registry &registry, base::Shell &shell)
{
    std::vector<Choice> choices;
    addCommands(choices, registry, shell);
    addKinds(choices, shell);
    addPages(choices, registry, shell);
    addContexts(choices, shell);
    return choices;
}

} // namespace palette
