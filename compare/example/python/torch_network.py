import torch
from torch import nn
from twinnet_trace import record_torch  # Twinnet

torch.manual_seed(1)
X = torch.randn(200, 2)
Y = (X[:, :1] * X[:, 1:] > 0).float()
model = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Dropout(0.2), nn.Linear(16, 1))
loss = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=0.001)

t = record_torch(model, optimizer, loss, X, Y)  # Twinnet
for epoch in range(10):
    for batch in torch.randperm(len(X)).split(32):
        optimizer.zero_grad()
        loss(model(X[batch]), Y[batch]).backward()
        optimizer.step()
t.save("mine.npz", overwrite=True)  # Twinnet
