// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/paintedmap.h"

#include <QSGRenderNode>

class QQuickWindow;

namespace islet {

//! Lets the `software` scene graph paint a scene directly into the window, without an intermediate image.
class PaintedMapNode : public QSGRenderNode {
public:
    //! `window` must outlive this object.
    explicit PaintedMapNode(QQuickWindow &window)
        : m_window(window)
    { }

    //! Uses the scene's current picture.
    void update(const std::shared_ptr<const MapScene> &scene);

    void render(const RenderState *state) override;
    RenderingFlags flags() const override { return BoundedRectRendering | OpaqueRendering; }
    QRectF rect() const override { return m_rect; }

private:
    QQuickWindow &m_window;
    std::shared_ptr<const MapScene> m_scene;
    PaintedMap m_painted;
    QRectF m_rect;
};

} // namespace islet
