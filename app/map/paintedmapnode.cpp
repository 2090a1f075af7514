// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/paintedmapnode.h"

#include <QPainter>
#include <QQuickWindow>
#include <QSGRendererInterface>

namespace islet {

void PaintedMapNode::update(const std::shared_ptr<const MapScene> &scene)
{
    m_scene = scene;
    m_rect = QRectF({}, scene->picture().size);
    markDirty(DirtyMaterial);
}

void PaintedMapNode::render(const RenderState *state)
{
    auto *painter = static_cast<QPainter *>(
        m_window.rendererInterface()->getResource(&m_window, QSGRendererInterface::PainterResource));
    if (!painter || !m_scene)
        return;
    // The clip is in window pixels, so it must be set before the transform.
    if (const QRegion *clip = state->clipRegion(); clip && !clip->isEmpty())
        painter->setClipRegion(*clip, Qt::ReplaceClip);
    painter->setTransform(matrix()->toTransform());
    painter->setOpacity(inheritedOpacity());
    m_painted.paint(*painter, *m_scene);
}

} // namespace islet
