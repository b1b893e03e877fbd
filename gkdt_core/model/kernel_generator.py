"""The kernel generation transformer: prompts look at each other and at the query image (gkdt.md, 5)."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class Attention(nn.Module):
    """Multi-head attention whose parameters are named as in `torch.nn.MultiheadAttention`.

    Written out because one key may stand for many equal ones (`key_bias`), and so that the image's keys and
    values can be computed apart from the queries.
    """

    def __init__(self, channels: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.in_proj_weight = nn.Parameter(torch.empty(3 * channels, channels))
        self.in_proj_bias = nn.Parameter(torch.zeros(3 * channels))
        self.out_proj = nn.Linear(channels, channels)
        nn.init.xavier_uniform_(self.in_proj_weight)
        nn.init.zeros_(self.out_proj.bias)

    def _split(self, x: Tensor) -> Tensor:
        batch, length, channels = x.shape
        return x.view(batch, length, self.heads, channels // self.heads).transpose(1, 2)

    def forward(self, query: Tensor, context: Tensor, key_bias: Tensor | None = None) -> Tensor:
        """query (B, T, C), context (B or 1, L, C), key_bias (L,) added to the logits -> (B, T, C)."""
        channels = query.shape[-1]
        q = F.linear(query, self.in_proj_weight[:channels], self.in_proj_bias[:channels])
        kv = F.linear(context, self.in_proj_weight[channels:], self.in_proj_bias[channels:])
        k, v = kv.chunk(2, dim=-1)
        mixed = F.scaled_dot_product_attention(
            self._split(q),
            self._split(k),
            self._split(v),
            attn_mask=None if key_bias is None else key_bias.to(q.dtype)[None, None, None, :],
            dropout_p=self.dropout if self.training else 0.0,
        )
        out: Tensor = self.out_proj(mixed.transpose(1, 2).reshape(query.shape))
        return out


class FeedForward(nn.Module):
    def __init__(self, channels: int, width: int, dropout: float) -> None:
        super().__init__()
        self.linear1 = nn.Linear(channels, width)
        self.linear2 = nn.Linear(width, channels)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.dropout(self.linear2(self.dropout(F.gelu(self.linear1(x)))))
        return out


class KernelBlock(nn.Module):
    """Self-attention over prompts, cross-attention to the image, feed-forward.

    As released, the residual starts from the normed value in the two attention steps.
    """

    def __init__(self, channels: int, heads: int, ffn_width: int, dropout: float) -> None:
        super().__init__()
        self.self_attention = Attention(channels, heads, dropout)
        self.norm1 = nn.LayerNorm(channels)
        self.cross_attention = Attention(channels, heads, dropout)
        self.norm_ca1 = nn.LayerNorm(channels)
        self.norm_ca2 = nn.LayerNorm(channels)
        self.feed_forward = FeedForward(channels, ffn_width, dropout)
        self.norm3 = nn.LayerNorm(channels)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, context: Tensor, key_bias: Tensor | None) -> Tensor:
        x = self.norm1(x)
        x = x + self.dropout(self.self_attention(x, x, key_bias))
        x = self.norm_ca1(x)
        x = x + self.dropout(self.cross_attention(x, self.norm_ca2(context)))
        out: Tensor = x + self.feed_forward(self.norm3(x))
        return out


class KernelGenerator(nn.Module):
    """Prompt tokens and query features -> one kernel per keypoint and modality."""

    def __init__(self, channels: int, *, blocks: int, heads: int, ffn_width: int, dropout: float) -> None:
        super().__init__()
        self.mask_token = nn.Parameter(torch.zeros(1, channels))
        self.blocks = nn.ModuleList(KernelBlock(channels, heads, ffn_width, dropout) for _ in range(blocks))
        self.final_norm = nn.LayerNorm(channels)

    def forward(self, tokens: Tensor, valid: Tensor, context: Tensor, extra_masks: int) -> Tensor:
        """The kernels of every token for every query image.

        Args:
            tokens: (T, C) prototypes; what stands at invalid places does not matter.
            valid: (T,) bool.
            context: (B, L, C) query features, un-normed.
            extra_masks: How many empty slots the modalities are padded with. All mask tokens start equal and
                stay equal, so they are one token whose key logit gets + log(extra_masks): the same numbers as
                with the padding written out.

        Returns:
            (B, T, C).
        """
        x = torch.where(valid[:, None], tokens, self.mask_token.to(tokens.dtype))
        key_bias = None
        if extra_masks > 0:
            x = torch.cat([x, self.mask_token.to(x.dtype)])
            key_bias = torch.zeros(len(x), device=x.device, dtype=torch.float32)
            key_bias[-1] = math.log(extra_masks)
        x = x.expand(len(context), -1, -1)
        for block in self.blocks:
            x = block(x, context, key_bias)
        out: Tensor = self.final_norm(x[:, : len(tokens)])
        return out
