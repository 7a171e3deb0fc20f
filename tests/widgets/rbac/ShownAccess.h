#pragma once

#include "widgets/rbac/AccessPane.h"

#include "models/kube/BuiltinCatalog.h"
#include "tests/unit/rbac/AccessSamples.h"
#include "widgets/base/Theme.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessWords.h"

#include <QTest>

#include <memory>
#include <string>

namespace rbac {

inline std::shared_ptr<const AccessPicture> pictureFor(const std::shared_ptr<const Basis> &basis, const Identity &identity, bool folds = true)
{
    return std::make_shared<const AccessPicture>(pictureOf(basis, {{identity}, folds, drawingWords()}));
}

inline const std::string shop = samples::role("Role", "shop/reader", "{verbs: [get, list], apiGroups: [''], resources: [pods]}, {verbs: [get], apiGroups: [''], resources: [secrets], resourceNames: [tls]}")
    + samples::binding("shop/read", "Role/reader", samples::account("shop", "front")) + samples::binding("shop/lost", "Role/gone", samples::account("shop", "front"))
    + samples::role("ClusterRole", "/view", "{verbs: [list], apiGroups: [apps], resources: [deployments]}")
    + samples::binding("/all-see", "ClusterRole/view", samples::group("system:authenticated"));

inline const Asker front{Identity::ofServiceAccount({"shop", "front"}), "shop"};

/// What a small shop's account may do, in a pane on screen.
struct Shown
{
    std::shared_ptr<const Basis> basis;
    AccessPane pane;

    explicit Shown(const std::string &yaml = shop)
    {
        base::Theme::instance().apply(base::ThemeChoice::Light);
        Inputs inputs = samples::inputs(yaml);
        inputs.pods.push_back({{"Pod", "shop", "web-1"}, "front", {}, "Running", {}, {}, {}});
        inputs.catalog = kube::builtinCatalog();
        basis = std::make_shared<const Basis>(std::move(inputs));
        pane.resize(1200, 800);
        pane.show();
        pane.showPicture(pictureFor(basis, front.identity));
    }
    void select(const std::string &reference)
    {
        const auto boxes = pane.picture()->boxesOf({reference});
        QVERIFY(!boxes.empty());
        pane.graph().setCurrent({pane.graph().scene()->find(boxes.front())});
    }
    void ask(const std::string &question) { pane.showAnswer(std::make_shared<const Answer>(answerTo(*basis, *readQuestion(question, front, *basis)))); }
};

} // namespace rbac
