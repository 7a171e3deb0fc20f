#include "widgets/table/KubectlLines.h"

#include "widgets/base/ShellWord.h"

#include <QStringList>

#include <map>

namespace table {

QString kubectlLines(const QString &kubectl, const kube::ResourceType &type, const std::vector<cluster::NameInNamespace> &names, const QString &rest)
{
    std::map<std::string, QStringList> namesOf;
    for (const cluster::NameInNamespace &each : names)
        namesOf[each.namespaceName] << base::shellWord(QString::fromStdString(each.name));
    QStringList lines;
    for (const auto &[namespaceName, words] : namesOf) {
        QString line = kubectl + QStringLiteral(" get ") + QString::fromStdString(type.qualifiedName()) + u' ' + words.join(u' ');
        if (!namespaceName.empty())
            line += QStringLiteral(" -n ") + base::shellWord(QString::fromStdString(namespaceName));
        lines << line + (rest.isEmpty() ? QString() : u' ' + rest);
    }
    return lines.join(u'\n');
}

} // namespace table
