#pragma once

#include "widgets/rbac/WhatIfPane.h"

#include "models/base/ManualExecutor.h"
#include "models/kube/BuiltinCatalog.h"
#include "models/text/Yaml.h"
#include "tests/unit/rbac/AccessSamples.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/DraftEditor.h"
#include "widgets/rbac/DraftPane.h"
#include "widgets/rbac/EffectPane.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace rbac {

inline constexpr const char *readPods = "{verbs: [get, list], apiGroups: [''], resources: [pods]}";
inline const std::string shop = samples::role("Role", "shop/reader", readPods) + samples::binding("shop/read", "Role/reader", samples::account("shop", "front")) + samples::role("ClusterRole", "/view", readPods);
inline const ObjectRef reader{"Role", "shop", "reader"}, reading{"RoleBinding", "shop", "read"};

inline text::Value objectOf(const std::string &yaml, const char *version = "7")
{
    text::Value object = text::parseYaml(yaml).value();
    text::Value metadata = object["metadata"];
    metadata.set("resourceVersion", text::Value::string(version));
    object.set("metadata", std::move(metadata));
    return object;
}

/// Drafts and what they come to, on screen.
struct ShownDrafts
{
    base::ManualExecutor gui;
    WhatIfPane pane{gui};

    explicit ShownDrafts(const std::string &yaml = shop)
    {
        base::Theme::instance().apply(base::ThemeChoice::Light);
        pane.resize(1200, 760);
        pane.show();
        showBasis(yaml);
        pane.showViewer(base::Result<Identity>(Identity{"ann", {"system:masters"}, {}}));
        settle();
    }
    void showBasis(const std::string &yaml)
    {
        Inputs inputs = samples::inputs(yaml);
        inputs.catalog = kube::builtinCatalog();
        pane.showBasis(std::make_shared<const Basis>(std::move(inputs)));
    }
    void settle()
    {
        gui.advance(rights::DraftWork::Rest);
        QTRY_VERIFY((gui.advance(std::chrono::milliseconds(0)), pane.isSettled()));
    }
    DraftPane &drafts() { return pane.drafts(); }
    EffectPane &effect() { return pane.effect(); }
    DraftEditor &editor() { return pane.drafts().editor(); }
    /// As if the server had shown the object.
    void edit(const ObjectRef &object, const std::string &yaml)
    {
        drafts().edit(object);
        drafts().takeRead(object, objectOf(yaml));
        settle();
    }
    void type(const QString &before, const QString &after)
    {
        QTextCursor cursor = editor().document()->find(before);
        QVERIFY2(!cursor.isNull(), qPrintable(before));
        cursor.insertText(after);
        settle();
    }
    QString state(int row = 0) { return drafts().model().index(row, DraftsModel::State).data().toString(); }
    QString head(const char *words) const
    {
        for (auto *label : pane.findChildren<QLabel *>())
            if (label->isVisible() && label->text().startsWith(QString::fromUtf8(words)))
                return label->text();
        return {};
    }
    base::StateNotice *notice() const
    {
        for (auto *each : pane.findChildren<base::StateNotice *>())
            if (each->isVisible())
                return each;
        return nullptr;
    }
    /// What is offered anew is there with the next turn.
    QPushButton *button(const char *text) const
    {
        QPushButton *found = nullptr;
        (void)QTest::qWaitFor([&] {
            for (auto *each : pane.findChildren<QPushButton *>())
                found = each->isVisible() && each->text() == QString::fromUtf8(text) ? each : found;
            return found != nullptr;
        });
        return found;
    }
    QStringList rights(bool gained)
    {
        QStringList out;
        const auto &model = effect().rights();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.isGained(row) == gained)
                out << model.index(row, RightChangesModel::Who).data().toString() + u' ' + model.index(row, RightChangesModel::Verb).data().toString() + u' ' + model.index(row, RightChangesModel::Resource).data().toString();
        out.sort();
        return out;
    }
};

} // namespace rbac
