#pragma once

#include "tests/support/FaultServer.h"
#include "tests/widgets/catalog/Catalog.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"
#include "widgets/catalog/CatalogPage.h"
#include "widgets/catalog/CatalogTable.h"
#include "widgets/catalog/EntryDetail.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

namespace tests {

using catalog::CatalogModel;
using catalog::CatalogPage;
using catalog::CatalogTable;
using support::FaultServer;
using support::Script;

inline const std::string version = R"({"gitVersion":"v1.36.3"})";
inline const std::string halfGood = "apiVersion: v1\nkind: Config\ncontexts:\n- name: lost\n  context: {cluster: nowhere, user: nobody}\n";
inline const std::string broken = "apiVersion: v1\nkind: Config\nclusters: [\n";

inline QStringList words(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list << QString::fromUtf8(text);
    return list;
}

/// A page on screen, and the hands of a person.
class Shown
{
public:
    explicit Shown(cluster::Clusters &clusters, CatalogPage::FindDemo demo = {}, QSize size = {1200, 700}) : page(clusters, std::move(demo))
    {
        QObject::connect(&page, &base::Page::clusterRequested, [this](cluster::ConnectedCluster *cluster) {
            requested << QString::fromStdString(cluster->entry().context.context);
        });
        page.resize(size);
        page.show();
        page.activateWindow();
        page.setFocus();
        QCoreApplication::processEvents();
    }

    CatalogTable *table() const { return page.findChild<CatalogTable *>(); }
    QLineEdit *filter() const
    {
        const auto fields = page.findChildren<QLineEdit *>();
        const auto found = std::ranges::find(fields, QStringLiteral("Filter the contexts"), &QWidget::accessibleName);
        return found == fields.end() ? nullptr : *found;
    }
    QPushButton *button(QStringView text) const
    {
        for (QPushButton *candidate : page.findChildren<QPushButton *>()) {
            if (candidate->text() == text && candidate->isVisibleTo(&page))
                return candidate;
        }
        return nullptr;
    }
    QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            texts << table()->model()->index(row, column).data().toString();
        return texts;
    }
    QString cell(QStringView name, int column) const
    {
        const auto row = this->column(CatalogModel::Name).indexOf(name);
        return row < 0 ? QString() : this->column(column)[row];
    }
    QString detail() const
    {
        QStringList texts;
        for (const QWidget *child : page.findChild<catalog::EntryDetail *>()->findChildren<QWidget *>()) {
            if (const auto *fact = qobject_cast<const base::TextLabel *>(child))
                texts << fact->text();
            else if (const auto *name = qobject_cast<const base::PlainLabel *>(child))
                texts << name->text();
        }
        return texts.join(u'\n');
    }

    CatalogPage page;
    QStringList requested;      ///< the contexts whose cluster was to be shown
};

} // namespace tests
